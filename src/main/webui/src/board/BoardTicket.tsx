export function BoardTicket() {
  return <p>BoardTicket</p>;
}
