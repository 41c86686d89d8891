import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { RecordingView } from '../api/schema';

/** One that goes on becomes ready without any news of its ticket. */
const EVERY = 10_000;

export const goesOn = (recordings: RecordingView[] | undefined) =>
  recordings?.some(({ state }) => state === 'RECORDING') ? EVERY : false;

/** The recordings of a ticket that the reader may hear, the latest first. Those of deleted ones are told, too. */
export const recordingsOf = (ticketId: number) =>
  queryOptions({
    queryKey: keys.ticket(ticketId, 'recordings'),
    queryFn: async () =>
      (await data(api.GET('/api/v1/recordings', { params: { query: { ticketId, limit: 100 } } }))).items,
    refetchInterval: ({ state }) => goesOn(state.data),
  });
