import type { TicketView } from '../../api/schema';
import { allowsStep, steps } from '../together/steps';

export const acts = [
  'assign',
  'prioritise',
  'move',
  'regroup',
  'release',
  'tag',
  'untag',
  'pend',
  'resolve',
  'close',
] as const;
export type Act = (typeof acts)[number];

/** What is done to one ticket at a time: whoever it is taken from is asked about by name. */
const alone: ReadonlySet<Act> = new Set(['release']);
export const together = acts.filter((act) => !alone.has(act));

/** What is to be done with which tickets, once somebody has said how. */
export interface Asked {
  act: Act;
  tickets: TicketView[];
}

/** The words for what begins it. */
export function labelOf(act: Act): string {
  return steps.some((step) => step === act) ? `together:${act}` : act;
}

/** Whether the state of a ticket allows it. */
export function allows(ticket: TicketView, act: Act): boolean {
  switch (act) {
    case 'assign':
    case 'release':
    case 'pend':
    case 'resolve':
    case 'close':
      return allowsStep(ticket, act);
    case 'prioritise':
    case 'move':
    case 'regroup':
      return !['RESOLVED', 'CLOSED', 'CANCELLED'].includes(ticket.status);
    case 'tag':
      return ticket.erasedAt == null;
    case 'untag':
      return ticket.erasedAt == null && ticket.tagIds.length > 0;
  }
}

/** The keys that act on a ticket. */
export const letters: Record<string, Act> = {
  a: 'assign',
  p: 'prioritise',
  q: 'move',
  g: 'regroup',
  r: 'release',
  t: 'tag',
  u: 'untag',
  n: 'pend',
  d: 'resolve',
  c: 'close',
};

export const letterOf = Object.fromEntries(Object.entries(letters).map(([letter, act]) => [act, letter]));
