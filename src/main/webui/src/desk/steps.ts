import { api, data } from '../api/client';
import type { TicketView } from '../api/schema';

/** What can be written about a ticket, in the order in which it is offered. */
export const kinds = ['note', 'pend', 'resolve', 'resume', 'reopen', 'release', 'cancel', 'close'] as const;
export type Kind = (typeof kinds)[number];

/** Those that mean nothing without words. */
export const wordy: ReadonlySet<Kind> = new Set(['note', 'pend']);

/** Those that customers read; what is left is for colleagues. */
export const spoken: ReadonlySet<Kind> = new Set(['note', 'pend', 'resolve']);

export function isHeldBy(ticket: TicketView, accountId: number): boolean {
  return ticket.status === 'IN_PROGRESS' && ticket.agentId === accountId;
}

/** What somebody may do with a ticket now. Whom it is not with may neither note nor take most steps. */
export function kindsOf(ticket: TicketView, accountId: number): Kind[] {
  const mine = ticket.agentId === accountId;
  const held = isHeldBy(ticket, accountId);
  const steps = new Set<string>(ticket.nextSteps);
  return kinds.filter((kind) =>
    kind === 'note' ? held : mine && steps.has(kind.toUpperCase()) && ticket.status !== 'OFFERED',
  );
}

/** Does it, unless somebody changed the ticket since this version. */
export function send(ticket: TicketView, kind: Kind, text: string): Promise<TicketView> {
  const path = { id: ticket.id };
  if (kind === 'note') {
    return data(api.POST('/api/v1/tickets/{id}/notes', { params: { path }, body: { note: text } }));
  }
  return data(
    api.POST(`/api/v1/tickets/{id}/${kind}`, {
      params: { path, header: { 'If-Match': `"${ticket.version}"` } },
      body: text ? { note: text } : {},
    }),
  );
}

export type Destination = { queueId: number } | { agentId: number };

/** Hands a ticket on. What a supervisor moves stays with who holds it: where that is they themselves, they give it back. */
export async function transfer(ticket: TicketView, to: Destination, text: string): Promise<void> {
  const path = { id: ticket.id };
  const header = { 'If-Match': `"${ticket.version}"` };
  const note = text ? { note: text } : {};
  if ('agentId' in to) {
    await data(
      api.POST('/api/v1/tickets/{id}/assign', { params: { path, header }, body: { ...to, ...note } }),
    );
    return;
  }
  const moved = await data(
    api.PUT('/api/v1/tickets/{id}/queue', { params: { path, header }, body: { ...to, ...note } }),
  );
  if (moved.status === 'IN_PROGRESS' && moved.agentId === ticket.agentId) {
    await send(moved, 'release', '');
  }
}
