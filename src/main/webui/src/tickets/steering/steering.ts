import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data } from '../../api/client';
import type { Priority, TicketView } from '../../api/schema';
import { i18n } from '../../app/words';
import { changeTags } from '../labels/change';
import type { TagLook } from '../labels/TagList';
import { carryOut } from '../together/carryOut';
import { ofVersion } from '../together/run';
import type { Step } from '../together/steps';
import { type Act, allows } from './acts';
import './words';

/** What supervisors do to tickets; each says what became of it. */
export function useSteering() {
  const client = useQueryClient();
  return useMemo(() => steering(client), [client]);
}

function steering(client: QueryClient) {
  const t = i18n.getFixedT(null, 'steering');
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
  };
}
