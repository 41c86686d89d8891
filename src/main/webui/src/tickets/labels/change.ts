import type { QueryClient } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { TicketView } from '../../api/schema';
import { ticketQuery } from '../queries';
import { madeNow, ofVersion } from '../together/run';

/** Gives a ticket tags and takes some from it, whatever else happens to it meanwhile. */
export function changeTags(ticket: TicketView, add: number[], remove: number[]): Promise<TicketView> {
  return data(
    api.POST('/api/v1/tickets/{id}/tags', { params: { path: { id: ticket.id } }, body: { add, remove } }),
  );
}

/** Sets values of its fields by their keys; null removes one. Refused where somebody changed the ticket meanwhile. */
export function changeFields(
  client: QueryClient,
  ticket: TicketView,
  fields: Record<string, unknown>,
): Promise<TicketView> {
  return data(
    api.PUT('/api/v1/tickets/{id}/fields', {
      params: ofVersion(client, ticket),
      body: { fields: fields as never },
    }),
  );
}

/** Shows at once what became of a ticket by one's own doing. */
export function taken(client: QueryClient, after: TicketView): void {
  madeNow(client, after);
  client.setQueryData(ticketQuery(after.id).queryKey, (before) => {
    if (!before) {
      return before;
    }
    // The answer has no names; those that the page knows hold, and new tags are named by their list.
    const { tags: _, ...details } = before.details ?? {};
    return { ...before, ...after, ...(before.details && { details: { ...details } as never }) };
  });
  for (const queryKey of [keys.tickets.root, keys.anySought, keys.ticket(after.id)]) {
    void client.invalidateQueries({ queryKey });
  }
}
