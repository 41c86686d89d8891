import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data } from '../api/client';
import type { AgentStatusRow, PresenceChange, Priority, TicketView } from '../api/schema';
import { i18n } from '../app/words';
import { changeTags } from '../tickets/labels/change';
import type { TagLook } from '../tickets/labels/TagList';
import { carryOut, tell } from '../tickets/together/carryOut';
import { ofVersion } from '../tickets/together/run';
import type { Step } from '../tickets/together/steps';
import { type Act, allows } from './acts';

/** What supervisors do to tickets and agents; each says what became of it. */
export function useSteering() {
  const client = useQueryClient();
  return useMemo(() => steering(client), [client]);
}

function steering(client: QueryClient) {
  const t = i18n.getFixedT(null, 'board');
  const of = (ticket: TicketView) => ofVersion(client, ticket);
  const may = (act: Act) => ({
    title: t(`keys.${act}`),
    allows: (ticket: TicketView) => allows(ticket, act),
  });
  const prioritise = (ticket: TicketView, priority: Priority) =>
    data(api.PUT('/api/v1/tickets/{id}/priority', { params: of(ticket), body: { priority } }));
  const move = (ticket: TicketView, queueId: number) =>
    data(api.PUT('/api/v1/tickets/{id}/queue', { params: of(ticket), body: { queueId } }));
  const take = (step: Step, ticket: TicketView, note: string) =>
    data(api.POST(`/api/v1/tickets/{id}/${step}`, { params: of(ticket), body: note ? { note } : {} }));
  const regroup = (ticket: TicketView, groupId: number) =>
    data(api.PUT('/api/v1/tickets/{id}/group', { params: of(ticket), body: { groupId } }));
  return {
    take,
    prioritise: (tickets: TicketView[], priority: Priority) =>
      carryOut(client, tickets, {
        ...may('prioritise'),
        change: (ticket) => prioritise(ticket, priority),
        said: (first, count) =>
          t('said.prioritised', { count, id: first.id, name: i18n.t(`tickets:priority.${priority}`) }),
        back: (before, after) => prioritise(after, before.priority),
      }),
    move: (tickets: TicketView[], queue: { id: number; name: string }) =>
      carryOut(client, tickets, {
        ...may('move'),
        change: (ticket) => move(ticket, queue.id),
        said: (first, count) => t('said.moved', { count, id: first.id, name: queue.name }),
        back: (before, after) => move(after, before.queueId),
      }),
    regroup: (tickets: TicketView[], group: { id: number; name: string }) =>
      carryOut(client, tickets, {
        ...may('regroup'),
        change: (ticket) => regroup(ticket, group.id),
        said: (first, count) => t('said.regrouped', { count, id: first.id, name: group.name }),
        back: (before, after) => regroup(after, before.groupId),
      }),
    tag: (tickets: TicketView[], { id: tag, name }: TagLook) =>
      carryOut(client, tickets, {
        ...may('tag'),
        change: (ticket) => changeTags(ticket, [tag], []),
        said: (first, count) => t('said.tagged', { count, id: first.id, name }),
        back: async (before, after) => (before.tagIds.includes(tag) ? after : changeTags(after, [], [tag])),
      }),
    untag: (tickets: TicketView[], { id: tag, name }: TagLook) =>
      carryOut(client, tickets, {
        ...may('untag'),
        change: (ticket) => changeTags(ticket, [], [tag]),
        said: (first, count) => t('said.untagged', { count, id: first.id, name }),
        back: async (before, after) => (before.tagIds.includes(tag) ? changeTags(after, [tag], []) : after),
      }),
    assign: (tickets: TicketView[], agent: { id: number; name: string }) =>
      carryOut(client, tickets, {
        ...may('assign'),
        change: (one) =>
          data(api.POST('/api/v1/tickets/{id}/assign', { params: of(one), body: { agentId: agent.id } })),
        said: ({ id }, count) => t('said.assigned', { count, id, name: agent.name }),
      }),
    release: (ticket: TicketView, note: string) =>
      carryOut(client, [ticket], {
        ...may('release'),
        change: (one) =>
          data(
            api.POST('/api/v1/tickets/{id}/release', { params: of(one), body: note.trim() ? { note } : {} }),
          ),
        said: ({ id, details }) => t('said.released', { id, name: details?.queueName ?? t('queue') }),
      }),
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
