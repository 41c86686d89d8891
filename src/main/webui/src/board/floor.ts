import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { AgentStatusRow, Presence, QueueState, TicketView } from '../api/schema';
import type { LiveState } from '../tickets/liveStates';
import { MOST } from '../tickets/steering/agents';
import { paced } from '../tickets/steering/paced';
import { serverSays } from '../tickets/stopwatch';
import { remember } from './seen';

/** How long the server answers with the floor as it was. */
const FLOOR_LASTS = 300;

export const floorQuery = queryOptions({
  queryKey: keys.floor,
  queryFn: paced(
    FLOOR_LASTS,
    async (client) => {
      const floor = await data(api.GET('/api/v1/floor'));
      serverSays(floor.at);
      remember(client, floor);
      return floor;
    },
    2,
  ),
});

function ticketsOf(status: LiveState) {
  return queryOptions({
    queryKey: keys.tickets.ofStatus(status),
    queryFn: paced(1_500, () =>
      allOf<TicketView>(
        (page) =>
          data(
            api.GET('/api/v1/tickets', {
              params: { query: { ...page, status: [status], sort: 'priority', expand: true } },
            }),
          ),
        MOST,
      ),
    ),
  });
}

/** The tickets of each state: the most urgent first, then the oldest, which is how live ones are served. */
export const ticketsQueries = {
  OPEN: ticketsOf('OPEN'),
  OFFERED: ticketsOf('OFFERED'),
  IN_PROGRESS: ticketsOf('IN_PROGRESS'),
  PENDING: ticketsOf('PENDING'),
};

export function alarmsQuery(queueId: number) {
  return queryOptions({
    queryKey: keys.queues.one(queueId, 'alarms'),
    queryFn: () => data(api.GET('/api/v1/queues/{id}/alarms', { params: { path: { id: queueId } } })),
  });
}

/** Whether too few were answered in time, of a queue that has a target. */
export function missesTarget({ serviceLevel: { percent, targetPercent } }: QueueState): boolean {
  return percent != null && targetPercent != null && percent < targetPercent;
}

/** The queue that needs somebody most comes first. */
export function byTrouble(one: QueueState, other: QueueState): number {
  return (
    other.alarms.length - one.alarms.length ||
    Number(strands(other)) - Number(strands(one)) ||
    Number(missesTarget(other)) - Number(missesTarget(one)) ||
    other.longestWaitSeconds - one.longestWaitSeconds ||
    other.waiting - one.waiting ||
    one.name.localeCompare(other.name)
  );
}

function strands(queue: QueueState): boolean {
  return queue.waiting > 0 && queue.free === 0;
}

export const presences = ['AVAILABLE', 'WRAP_UP', 'AWAY', 'OFFLINE'] as const satisfies Presence[];

/** Whether tickets are in the hands of somebody who is not there. */
export function isUnattended({ goneSince, tickets }: AgentStatusRow): boolean {
  return goneSince != null && tickets.some(({ status }) => status === 'IN_PROGRESS');
}
