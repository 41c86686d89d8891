import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { TicketView } from '../api/schema';

const PAGE = 100;

export const myRequests = infiniteQueryOptions({
  queryKey: keys.tickets.ofMe,
  queryFn: ({ pageParam }) =>
    data(
      api.GET('/api/v1/tickets', {
        params: { query: { limit: PAGE, expand: true, ...(pageParam && { after: pageParam }) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
});

/** The newest first. @param text a part of the number or product, or nothing for all */
export const myOrders = (text: string) =>
  infiniteQueryOptions({
    queryKey: keys.orders.ofMe(text),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/orders', {
          params: {
            query: { limit: PAGE, ...(text && { text }), ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The greeting, and what is asked before the first message. */
export const chatBeginning = queryOptions({
  queryKey: keys.chatBeginning,
  queryFn: () => data(api.GET('/api/v1/me/chat-form')),
});

export const requestById = (id: number) =>
  queryOptions({
    queryKey: keys.ticket(id),
    queryFn: () =>
      data(api.GET('/api/v1/tickets/{id}', { params: { path: { id }, query: { expand: true } } })),
  });

export const historyOf = (id: number) =>
  infiniteQueryOptions({
    queryKey: keys.ticket(id, 'events'),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/tickets/{id}/events', {
          params: { path: { id }, query: { limit: 200, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Asked again and again: of others in the line nobody hears. */
export const waitOf = (id: number) =>
  queryOptions({
    queryKey: keys.wait(id),
    queryFn: () => data(api.GET('/api/v1/tickets/{id}/wait', { params: { path: { id } } })),
    refetchInterval: 10_000,
  });

export function isLive(request: TicketView): boolean {
  return !['RESOLVED', 'CLOSED', 'CANCELLED'].includes(request.status);
}
