import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { TicketStatus } from '../api/schema';
import { liveStates } from '../tickets/liveStates';
import { type Filters, filtersOf, type Place, type Sort } from './address';

const PAGE = 100;
/** A busy floor changes many times a second: between two readings there is a pause. */
const PAUSE = 1_500;
/** How soon is soon. */
const SOON_MINUTES = 60;

/** A ticket that waits is nobody's, though somebody held it before. */
const HELD: TicketStatus[] = ['OFFERED', 'IN_PROGRESS', 'PENDING'];

let last = 0;

/** The order of a place: of words that are looked for, what fits best comes first. */
export function sortOf(place: Place): Sort | undefined {
  return place.sort ?? (filtersOf(place).text ? undefined : 'priority');
}

/** The tickets of a place, page by page. */
export function listQuery(place: Place) {
  const filters = filtersOf(place);
  const sort = sortOf(place);
  return infiniteQueryOptions({
    queryKey: (filters.text ? keys.soughtList : keys.tickets.list)(filters, sort),
    queryFn: async ({ pageParam, client, queryKey }) => {
      if (pageParam === undefined && client.getQueryData(queryKey) !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, last + PAUSE - Date.now()));
      }
      last = Date.now();
      return data(
        api.GET('/api/v1/tickets', {
          params: {
            query: {
              ...paramsOf(filters),
              ...(sort && { sort }),
              limit: PAGE,
              expand: true,
              ...(pageParam && { after: pageParam }),
            },
          },
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The restrictions of a list, as the server calls them. */
export function paramsOf(filters: Filters) {
  const { text, status, priority, channel, queue, agent, group, due, tags, fields } = filters;
  return {
    ...(text && { text }),
    ...(status ? { status: [status] } : text ? {} : { status: agent === 'me' ? HELD : [...liveStates] }),
    ...(priority && { priority }),
    ...(channel && { channel }),
    ...(queue && { queueId: queue }),
    ...(agent === 'me' ? { mine: true } : agent && { agentId: agent }),
    ...(group && { groupId: group }),
    ...(due && { dueWithinMinutes: SOON_MINUTES }),
    ...(tags && { tagId: tags }),
    ...(fields && { field: Object.entries(fields).map(([key, value]) => `${key}:${value}`) }),
  };
}
