import type { TicketEventView } from '../api/schema';

/** What somebody is called, as far as the history tells. */
export function nameIn(events: TicketEventView[] | undefined, agentId?: number | null): string | undefined {
  return events?.find((event) => event.actorId === agentId && agentId)?.actorName ?? undefined;
}
