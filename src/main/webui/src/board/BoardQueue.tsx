export function BoardQueue() {
  return <p>BoardQueue</p>;
}
