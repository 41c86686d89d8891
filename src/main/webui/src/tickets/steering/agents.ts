import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AgentStatusRow } from '../../api/schema';
import { paced } from './paced';

/** Who has more of anything live at once filters on the server, which lists cannot do yet by queue. */
export const MOST = 1_000;

function agentsOf(queueId?: number) {
  return queryOptions({
    queryKey: keys.agents.onFloor(queueId),
    queryFn: paced(1_000, () =>
      allOf<AgentStatusRow>(
        (page) =>
          data(
            api.GET('/api/v1/floor/agents', { params: { query: { ...page, ...(queueId && { queueId }) } } }),
          ),
        MOST,
      ),
    ),
  });
}

/** The agents with what they hold. */
export const agentsQuery = agentsOf();

const ofQueues = new Map<number, ReturnType<typeof agentsOf>>();

/** Those of them who serve a queue. */
export function agentsOfQueue(queueId: number) {
  const query = ofQueues.get(queueId) ?? agentsOf(queueId);
  ofQueues.set(queueId, query);
  return query;
}

export function isFree(agent: AgentStatusRow): boolean {
  return agent.presence === 'AVAILABLE' && agent.load < agent.capacity;
}
