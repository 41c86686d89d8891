export function Portal() {
  return <p>Portal</p>;
}
