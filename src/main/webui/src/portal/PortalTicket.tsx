export function PortalTicket() {
  return <p>PortalTicket</p>;
}
