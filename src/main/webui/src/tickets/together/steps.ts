import type { TicketView } from '../../api/schema';

/** Steps that say something to the customer. */
export const steps = ['pend', 'resolve', 'close'] as const;
export type Step = (typeof steps)[number];

/** Whether the state of a ticket allows it. */
export function allowsStep({ nextSteps }: TicketView, step: string): boolean {
  return nextSteps.some((next) => next.toLowerCase() === step);
}
