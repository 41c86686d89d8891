import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import type { TicketView } from '../../api/schema';

export interface Refusal {
  ticket: TicketView;
  problem: unknown;
}

/** Something that is done to many tickets, or was done last. */
export interface Run {
  title: string;
  total: number;
  /** The numbers of those that were done. */
  done: readonly number[];
  refused: readonly Refusal[];
  /** How many it was not begun with. */
  left: number;
  state: 'running' | 'stopping' | 'over';
  /** Begins no other, and leaves those chosen that are left. */
  stop: () => void;
  /** Does it to those that were refused, as they are now, and to those that are left. */
  goOn: () => void;
  /** Forgets what was refused. */
  dismiss: () => void;
}

export const KEPT = { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false };

/** The run that is under way, or was the last. */
export function useRun(): Run | undefined {
  return useQuery<Run>({ queryKey: keys.together, queryFn: skipToken, ...KEPT }).data;
}

export function isRunning(client: QueryClient): boolean {
  const state = client.getQueryData<Run>(keys.together)?.state;
  return state === 'running' || state === 'stopping';
}

/** Whether a page shows what a run leaves behind. */
export function isWatched(client: QueryClient): boolean {
  return (client.getQueryCache().find({ queryKey: keys.together })?.getObserversCount() ?? 0) > 0;
}
