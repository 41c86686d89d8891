import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TicketView } from '../api/schema';
import { isLive, myOrders, myRequests } from './queries';

/** What the customer bought, the newest first, and what they look for among it. */
export function useMyOrders() {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const pages = useInfiniteQuery({ ...myOrders(text), placeholderData: keepPreviousData });
  const orders = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  // For good: what was found meanwhile tells nothing of how many there are.
  const [isLong, setLong] = useState(false);
  if (pages.hasNextPage && !isLong) {
    setLong(true);
  }
  return { pages, orders, isLong, typed, setTyped };
}

/** The request about an order that is not done yet, by the number of the order. */
export function useLiveByOrder(): Map<string | undefined, TicketView> {
  const requests = useInfiniteQuery(myRequests);
  return useMemo(
    () =>
      new Map(
        requests.data?.pages
          .flatMap((page) => page.items)
          .filter(isLive)
          .map((request) => [request.orderNumber ?? undefined, request]),
      ),
    [requests.data],
  );
}
