import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { CustomersPages } from './CustomersPages';
import { BeginChat } from './parts';
import { useAddresses } from './useAddresses';

/** Where a customer begins a chat. */
export function PortalChat() {
  return (
    <CustomersPages places={useAddresses()}>
      <Suspense fallback={<Skeleton h={240} radius="md" />}>
        <BeginChat />
      </Suspense>
    </CustomersPages>
  );
}
