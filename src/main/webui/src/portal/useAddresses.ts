import { useNavigate } from '@tanstack/react-router';
import type { Places } from './places';

/** The portal's pages as pages of the application. */
export function useAddresses(): Places {
  const navigate = useNavigate();
  const hrefOf = (request?: number) => (request === undefined ? '/my' : `/my/tickets/${request}`);
  return { hrefOf, go: (request) => void navigate({ href: hrefOf(request) }) };
}
