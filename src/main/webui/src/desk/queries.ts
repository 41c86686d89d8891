import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { TicketStatus } from '../api/schema';
import { ticketQuery } from '../tickets';

const RESOLVED_SHOWN = 10;
const LARGEST_PAGE = 200;
const PENDING_SHOWN = 50;
const LIVE: TicketStatus[] = ['OPEN', 'OFFERED', 'IN_PROGRESS', 'PENDING'];

export const myAgentQuery = (id: number) =>
  queryOptions({
    queryKey: keys.myAgent,
    queryFn: () => data(api.GET('/api/v1/agents/{id}', { params: { path: { id } } })),
  });

/** When it is asked whether I am still there. */
export const attendanceQuery = queryOptions({
  queryKey: keys.attendance,
  queryFn: () => data(api.GET('/api/v1/attendance')),
});

export const offersQuery = queryOptions({
  queryKey: keys.offers,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/offers', { params: { query } }))),
});

/** What I hold: never more than my capacity. */
export const heldQuery = (agentId: number) =>
  queryOptions({
    queryKey: keys.tickets.ofAgent(agentId, 'held'),
    queryFn: async ({ client }) => {
      const { items } = await mine(agentId, 'IN_PROGRESS', 'openedAt', LARGEST_PAGE);
      // Whichever of them is opened is there at once.
      for (const ticket of items) {
        client.setQueryData(ticketQuery(ticket.id).queryKey, (before) =>
          before && before.version > ticket.version ? before : ticket,
        );
      }
      return items;
    },
  });

/** Those whose customers I asked something: they may be many. */
export const pendingQuery = (agentId: number) =>
  infiniteQueryOptions({
    queryKey: keys.tickets.ofAgent(agentId, 'pending'),
    queryFn: ({ pageParam }) => mine(agentId, 'PENDING', 'openedAt', PENDING_SHOWN, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const resolvedQuery = (agentId: number) =>
  queryOptions({
    queryKey: keys.tickets.ofAgent(agentId, 'resolved'),
    queryFn: () => mine(agentId, 'RESOLVED', '-openedAt', RESOLVED_SHOWN).then((page) => page.items),
  });

function mine(
  agentId: number,
  status: TicketStatus,
  sort: 'openedAt' | '-openedAt',
  limit: number,
  after?: string,
) {
  const query = { agentId, status: [status], sort, limit, expand: true, ...(after && { after }) };
  return data(api.GET('/api/v1/tickets', { params: { query } }));
}

/** What else the customer asked for, the newest first. */
export const othersOfCustomerQuery = (customerId: number) =>
  queryOptions({
    queryKey: keys.tickets.ofCustomer(customerId),
    queryFn: () =>
      data(api.GET('/api/v1/tickets', { params: { query: { customerId, sort: '-openedAt', limit: 6 } } })),
  });

/** Those of the customer that can become one with another. */
export const liveOfCustomerQuery = (customerId: number) =>
  queryOptions({
    queryKey: keys.tickets.ofCustomer(customerId, 'live'),
    queryFn: () =>
      data(api.GET('/api/v1/tickets', { params: { query: { customerId, status: LIVE, limit: 20 } } })),
  });

export const repliesQuery = queryOptions({
  queryKey: keys.savedReplies,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/saved-replies', { params: { query } }))),
});

export const agentsOnDutyQuery = queryOptions({
  queryKey: keys.agents.available,
  queryFn: () =>
    allOf((query) =>
      data(api.GET('/api/v1/agents', { params: { query: { ...query, presence: 'AVAILABLE' } } })),
    ),
});
