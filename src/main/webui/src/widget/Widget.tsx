export function Widget() {
  return <p>Widget</p>;
}
