import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { FloorView } from '../api/schema';

/** What a page has seen of a queue at a time. */
export interface Sample {
  at: number;
  waiting: number;
  percent: number | undefined;
}

type Seen = Record<number, Sample[]>;

const KEPT = 30 * 60_000;
const APART = 5_000;
const NONE: Sample[] = [];

/** Nobody else keeps how the last minutes were: the page remembers, until its reader signs out. */
export function remember(client: QueryClient, floor: FloorView): void {
  const at = Date.parse(floor.at);
  client.setQueryDefaults(keys.seen, { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false });
  client.setQueryData<Seen>(keys.seen, (before = {}) =>
    Object.fromEntries(
      floor.queues.map((queue) => {
        const sample = { at, waiting: queue.waiting, percent: queue.serviceLevel.percent ?? undefined };
        return [queue.id, added(before[queue.id] ?? NONE, sample)];
      }),
    ),
  );
}

function added(samples: Sample[], sample: Sample): Sample[] {
  const previous = samples.at(-2);
  const kept = samples.filter((one) => one.at > sample.at - KEPT && one.at <= sample.at);
  return previous && sample.at - previous.at < APART ? [...kept.slice(0, -1), sample] : [...kept, sample];
}

export function useSeen(queueId: number): Sample[] {
  const seen = useQuery<Seen, Error, Sample[]>({
    queryKey: keys.seen,
    queryFn: skipToken,
    select: (all) => all[queueId] ?? NONE,
  });
  return seen.data ?? NONE;
}
