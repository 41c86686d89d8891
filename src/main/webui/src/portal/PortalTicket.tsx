import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { CustomersPages } from './CustomersPages';
import { Request } from './parts';
import { useAddresses } from './useAddresses';

const route = getRouteApi('/signed-in/my/tickets/$ticketId');

/** One request of a customer. */
export function PortalTicket() {
  const { ticketId } = route.useParams();
  return (
    <CustomersPages places={useAddresses()}>
      <Suspense fallback={<Skeleton h={240} radius="md" />}>
        <Request key={ticketId} id={Number(ticketId)} />
      </Suspense>
    </CustomersPages>
  );
}
