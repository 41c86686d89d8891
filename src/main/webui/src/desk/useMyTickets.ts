import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TicketView } from '../api/schema';
import { heldQuery, pendingQuery, resolvedQuery } from './queries';

const NONE: TicketView[] = [];

/** My tickets: those I hold, those I wait for, and those I resolved last. */
export function useMyTickets(account: number) {
  const held = useQuery(heldQuery(account));
  const pending = useInfiniteQuery(pendingQuery(account));
  const resolved = useQuery({ ...resolvedQuery(account), select: latestFirst });
  const pendingTickets = pending.data?.pages.flatMap((page) => page.items);
  return {
    /** Each is undefined until it is known. */
    held: held.data,
    pending: pendingTickets,
    resolved: resolved.data,
    mine: held.data ?? NONE,
    /** All of them, in the order of the list. */
    listed: [...(held.data ?? NONE), ...(pendingTickets ?? NONE), ...(resolved.data ?? NONE)],
    problem: held.error ?? pending.error ?? resolved.error,
    morePending: pending.hasNextPage ? () => void pending.fetchNextPage() : undefined,
    loadingMore: pending.isFetchingNextPage,
  };
}

function latestFirst(tickets: TicketView[]): TicketView[] {
  return tickets.toSorted((one, other) =>
    (other.resolvedAt ?? other.updatedAt).localeCompare(one.resolvedAt ?? one.updatedAt),
  );
}
