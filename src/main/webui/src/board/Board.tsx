export function Board() {
  return <p>Board</p>;
}
