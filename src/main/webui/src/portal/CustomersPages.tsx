import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../app/session';
import { useOutbox } from '../tickets/conversation/outbox';
import { type Places, PlacesProvider } from './places';
import { useMessageSound } from './sound';

/** Around every page of a customer: what they wrote is sent, and what comes is heard. */
export function CustomersPages({ places, children }: { places: Places; children: ReactNode }) {
  useOutbox(useMe().id, useQueryClient());
  useMessageSound();
  return <PlacesProvider places={places}>{children}</PlacesProvider>;
}
