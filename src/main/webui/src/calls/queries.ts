import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { CallView } from '../api/schema';

/** The calls of a ticket; the latest comes first. Read anew with all that happens to the ticket. */
export const callsOf = (ticketId: number) =>
  queryOptions({
    queryKey: keys.ticket(ticketId, 'calls'),
    queryFn: () => data(api.GET('/api/v1/tickets/{id}/calls', { params: { path: { id: ticketId } } })),
  });

/** The calls of mine that go on. Read anew with all that happens to tickets. */
export const myCalls = queryOptions({
  queryKey: keys.tickets.calls,
  queryFn: () => data(api.GET('/api/v1/me/calls')),
});

/** The kinds of calls that one may begin. */
export const callKinds = queryOptions({
  queryKey: keys.callKinds,
  queryFn: () => data(api.GET('/api/v1/me/call-kinds')),
});

/** The call that goes on. */
export function liveOf(calls: CallView[] | undefined): CallView | undefined {
  return calls?.find(({ state }) => state !== 'ENDED');
}
