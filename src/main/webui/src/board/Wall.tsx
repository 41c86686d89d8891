export function Wall() {
  return <p>Wall</p>;
}
