import { api, data } from '../api/client';
import type { TicketView } from '../api/schema';

/** What can be written about a ticket, in the order in which it is offered. */
export const kinds = [
  'note',
  'remark',
  'pend',
  'resolve',
  'resume',
  'reopen',
  'release',
  'cancel',
  'close',
] as const;
export type Kind = (typeof kinds)[number];

/** Kinds that say something and leave the ticket where it is. */
type Words = 'note' | 'remark';

export function isStep(kind: Kind): kind is Step {
  return kind !== 'note' && kind !== 'remark';
}

/** The keys that begin to write them. */
export const letterOf: Partial<Record<Kind, string>> = {
  note: 'N',
  remark: 'C',
  pend: 'P',
  resolve: 'R',
  release: 'L',
};

/** Those that mean nothing without words. */
export const wordy: ReadonlySet<Kind> = new Set(['note', 'remark', 'pend']);

/** Those that only colleagues read; the customer reads the others. */
export const internal: ReadonlySet<Kind> = new Set(['remark', 'release']);

export function isHeldBy(ticket: TicketView, accountId: number): boolean {
  return ticket.status === 'IN_PROGRESS' && ticket.agentId === accountId;
}

/** What somebody may do with a ticket now. Whom it is not with may neither note nor take most steps. */
export function kindsOf(ticket: TicketView, accountId: number): Kind[] {
  const mine = ticket.agentId === accountId;
  const held = isHeldBy(ticket, accountId);
  const invited = ticket.details?.colleagues?.find(({ id }) => id === accountId);
  const steps = new Set<string>(ticket.nextSteps);
  return kinds.filter((kind) =>
    isStep(kind)
      ? mine && steps.has(kind.toUpperCase()) && ticket.status !== 'OFFERED'
      : held || (invited && (kind === 'remark' || invited.as === 'JOIN')),
  );
}

export type Step = Exclude<Kind, Words>;

/** Takes it, unless somebody changed the ticket since this version. */
export function take(ticket: TicketView, kind: Step, text: string): Promise<TicketView> {
  const path = { id: ticket.id };
  return data(
    api.POST(`/api/v1/tickets/{id}/${kind}`, {
      params: { path, header: { 'If-Match': `"${ticket.version}"` } },
      body: text ? { note: text } : {},
    }),
  );
}

export type Destination = { queueId: number } | { agentId: number };

/** Hands a ticket on. What a supervisor moves stays with who holds it: where that is they themselves, they give it back. */
export async function transfer(ticket: TicketView, to: Destination, text: string): Promise<TicketView> {
  const path = { id: ticket.id };
  const header = { 'If-Match': `"${ticket.version}"` };
  const note = text ? { note: text } : {};
  if ('agentId' in to) {
    return data(
      api.POST('/api/v1/tickets/{id}/assign', { params: { path, header }, body: { ...to, ...note } }),
    );
  }
  const moved = await data(
    api.PUT('/api/v1/tickets/{id}/queue', { params: { path, header }, body: { ...to, ...note } }),
  );
  return moved.status === 'IN_PROGRESS' && moved.agentId === ticket.agentId
    ? take(moved, 'release', '')
    : moved;
}
