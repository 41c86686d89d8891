export function AdminSection() {
  return <p>AdminSection</p>;
}
