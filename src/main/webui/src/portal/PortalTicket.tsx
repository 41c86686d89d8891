import { getRouteApi } from '@tanstack/react-router';
import { PlacesProvider } from './places';
import { Request } from './Request';
import { useAddresses } from './useAddresses';

const route = getRouteApi('/signed-in/my/tickets/$ticketId');

/** One request of a customer. */
export function PortalTicket() {
  const { ticketId } = route.useParams();
  return (
    <PlacesProvider places={useAddresses()}>
      <Request key={ticketId} id={Number(ticketId)} />
    </PlacesProvider>
  );
}
