import type { TicketView } from '../api/schema';

export const acts = ['assign', 'prioritise', 'move', 'regroup', 'release'] as const;
export type Act = (typeof acts)[number];

/** What is to be done with which tickets, once somebody has said how. */
export interface Asked {
  act: Act;
  tickets: TicketView[];
}

/** Whether the state of a ticket allows it. */
export function allows(ticket: TicketView, act: Act): boolean {
  switch (act) {
    case 'assign':
      return ticket.nextSteps.includes('ASSIGN');
    case 'release':
      return ticket.nextSteps.includes('RELEASE');
    default:
      return !['RESOLVED', 'CLOSED', 'CANCELLED'].includes(ticket.status);
  }
}

/** The keys that act on a ticket. */
export const letters: Record<string, Act> = {
  a: 'assign',
  p: 'prioritise',
  q: 'move',
  g: 'regroup',
  r: 'release',
};

export const letterOf = Object.fromEntries(Object.entries(letters).map(([letter, act]) => [act, letter]));
