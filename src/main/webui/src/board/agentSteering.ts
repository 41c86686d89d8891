import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data } from '../api/client';
import type { AgentStatusRow, PresenceChange } from '../api/schema';
import { i18n } from '../app/words';
import { tell } from '../tickets/together/carryOut';

/** What supervisors do to agents; each says what became of it. */
export function useAgentSteering() {
  const client = useQueryClient();
  return useMemo(() => steering(client), [client]);
}

function steering(client: QueryClient) {
  const t = i18n.getFixedT(null, 'board');
  return {
    /** Whoever holds it now: it was in the hands of somebody who is not there. */
    giveBackOne: (id: number) =>
      tell(
        client,
        data(api.POST('/api/v1/tickets/{id}/release', { params: { path: { id } }, body: {} })).then(() => ({
          said: t('said.givenBack', { count: 1, id }),
          back: undefined,
        })),
      ),
    giveBack: (agent: AgentStatusRow) =>
      tell(
        client,
        data(api.POST('/api/v1/agents/{id}/give-back', { params: { path: { id: agent.id } } })).then(
          ({ tickets }) => ({
            said:
              tickets.length === 0
                ? t('said.nothingGivenBack', { name: agent.name })
                : t('said.givenBack', { count: tickets.length, id: tickets[0] }),
            back: undefined,
          }),
        ),
      ),
    presence: async (agent: AgentStatusRow, body: PresenceChange, named: string, before: PresenceChange) => {
      const set = (change: PresenceChange) =>
        data(api.PUT('/api/v1/agents/{id}/presence', { params: { path: { id: agent.id } }, body: change }));
      await tell(
        client,
        set(body).then(() => ({
          said: t('said.presence', { name: agent.name, presence: named }),
          // Nobody is sent back to writing notes: that begins and ends by itself.
          back:
            before.presence === 'WRAP_UP'
              ? undefined
              : () =>
                  tell(
                    client,
                    set(before).then(() => ({ said: t('together:undone'), back: undefined })),
                  ),
        })),
      );
    },
  };
}
