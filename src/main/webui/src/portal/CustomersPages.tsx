import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useMe } from '../app/session';
import { usePrefetch } from '../parts/parts';
import { useOutbox } from '../tickets/conversation/outbox';
import * as callParts from './callParts';
import { CallOfMine } from './callParts';
import { type Places, PlacesProvider } from './places';
import { useMessageSound } from './sound';

/** Around every page of a customer: what they wrote is sent, and what comes is heard. */
export function CustomersPages({ places, children }: { places: Places; children: ReactNode }) {
  useOutbox(useMe().id, useQueryClient());
  useMessageSound();
  usePrefetch(callParts);
  return (
    <PlacesProvider places={places}>
      <Suspense fallback={null}>
        <CallOfMine />
      </Suspense>
      {children}
    </PlacesProvider>
  );
}
