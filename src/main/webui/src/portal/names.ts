import type { TicketEventView, TicketView } from '../api/schema';

/** What somebody is called, as far as the history tells. */
export function nameIn(events: TicketEventView[] | undefined, agentId?: number | null): string | undefined {
  return events?.find((event) => event.actorId === agentId && agentId)?.actorName ?? undefined;
}

/** Who takes care of a request, as far as it says so itself. */
export function agentNameOf(request: TicketView): string | undefined {
  return request.details?.agentName ?? undefined;
}
