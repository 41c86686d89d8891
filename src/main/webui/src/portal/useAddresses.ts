import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Place, Places } from './places';

/** The portal's pages as pages of the application. */
export function useAddresses(): Places {
  const navigate = useNavigate();
  return useMemo(
    () => ({ hrefOf: addressOf, go: (place) => void navigate({ href: addressOf(place) }) }),
    [navigate],
  );
}

function addressOf(place?: Place): string {
  return place === undefined ? '/my' : place === 'chat' ? '/my/chat' : `/my/tickets/${place}`;
}
