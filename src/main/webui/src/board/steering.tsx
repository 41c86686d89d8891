import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, data, Problem } from '../api/client';
import type { BoardLine, PresenceChange, Priority, TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import { i18n } from '../app/words';

const AT_ONCE = 4;
const TOLD = 3;

type Refusal = { ticket: TicketView; problem: unknown };

interface Act {
  change: (ticket: TicketView) => Promise<TicketView>;
  said: (first: TicketView, count: number) => string;
  /** Of what is trivially undone: how a ticket becomes what it was. */
  back?: (before: TicketView, after: TicketView) => Promise<TicketView>;
}

/** Of what was changed on this page. Lists lag behind it, and what one did oneself is no surprise. */
const madeKey = (id: number) => ['made', id];

let last: (() => void) | undefined;

/** Undoes what was done last, as long as the page offers it. */
export function undoLast(): void {
  last?.();
}

/** What supervisors do to tickets and agents; each says what became of it. */
export function useSteering() {
  const client = useQueryClient();
  return useMemo(() => steering(client), [client]);
}

function steering(client: QueryClient) {
  const t = i18n.getFixedT(null, 'board');
  /** So that nobody overwrites what somebody else has just changed. */
  const of = ({ id, version }: TicketView) => ({
    path: { id },
    header: { 'If-Match': `"${Math.max(version, client.getQueryData<number>(madeKey(id)) ?? 0)}"` },
  });
  const prioritise = (ticket: TicketView, priority: Priority) =>
    data(api.PUT('/api/v1/tickets/{id}/priority', { params: of(ticket), body: { priority } }));
  const move = (ticket: TicketView, queueId: number) =>
    data(api.PUT('/api/v1/tickets/{id}/queue', { params: of(ticket), body: { queueId } }));
  const regroup = (ticket: TicketView, groupId: number) =>
    data(api.PUT('/api/v1/tickets/{id}/group', { params: of(ticket), body: { groupId } }));
  return {
    prioritise: (tickets: TicketView[], priority: Priority) =>
      carryOut(client, tickets, {
        change: (ticket) => prioritise(ticket, priority),
        said: (first, count) =>
          t('said.prioritised', { count, id: first.id, name: i18n.t(`tickets:priority.${priority}`) }),
        back: (before, after) => prioritise(after, before.priority),
      }),
    move: (tickets: TicketView[], queue: { id: number; name: string }) =>
      carryOut(client, tickets, {
        change: (ticket) => move(ticket, queue.id),
        said: (first, count) => t('said.moved', { count, id: first.id, name: queue.name }),
        back: (before, after) => move(after, before.queueId),
      }),
    regroup: (tickets: TicketView[], group: { id: number; name: string }) =>
      carryOut(client, tickets, {
        change: (ticket) => regroup(ticket, group.id),
        said: (first, count) => t('said.regrouped', { count, id: first.id, name: group.name }),
        back: (before, after) => regroup(after, before.groupId),
      }),
    assign: (ticket: TicketView, agent: { id: number; name: string }) =>
      carryOut(client, [ticket], {
        change: (one) =>
          data(api.POST('/api/v1/tickets/{id}/assign', { params: of(one), body: { agentId: agent.id } })),
        said: ({ id }) => t('said.assigned', { id, name: agent.name }),
      }),
    release: (ticket: TicketView, note: string) =>
      carryOut(client, [ticket], {
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
    giveBack: (agent: BoardLine) =>
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
    presence: async (agent: BoardLine, body: PresenceChange, named: string, before: PresenceChange) => {
      const set = (change: PresenceChange) =>
        data(api.PUT('/api/v1/agents/{id}/presence', { params: { path: { id: agent.id } }, body: change }));
      await tell(
        client,
        set(body).then(() => ({
          said: t('said.presence', { name: agent.name, presence: named }),
          // Nobody is sent back to writing notes: that begins and ends by itself.
          back: before.presence === 'WRAP_UP' ? undefined : () => set(before),
        })),
      );
    },
  };
}

async function carryOut(client: QueryClient, tickets: TicketView[], act: Act): Promise<void> {
  const done: { before: TicketView; after: TicketView }[] = [];
  const refused: Refusal[] = [];
  const waiting = [...tickets];
  const worker = async () => {
    for (let ticket = waiting.shift(); ticket; ticket = waiting.shift()) {
      try {
        const after = await act.change(ticket);
        client.setQueryData(madeKey(after.id), after.version);
        done.push({ before: ticket, after });
      } catch (problem) {
        refused.push({ ticket, problem });
      }
    }
  };
  const under =
    tickets.length > AT_ONCE
      ? notifications.show({ message: i18n.t('board:working'), loading: true, autoClose: false })
      : undefined;
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (under) {
    notifications.hide(under);
  }
  showRefusals(refused);
  const [first] = done;
  const { back } = act;
  await tell(
    client,
    Promise.resolve(
      first && {
        said: act.said(first.before, done.length),
        back: back && (() => Promise.all(done.map(({ before, after }) => back(before, after)))),
      },
    ),
  );
}

/** Says what was done, with a way back where there is one. */
async function tell(
  client: QueryClient,
  doing: Promise<{ said: string; back: (() => Promise<unknown>) | undefined } | undefined>,
): Promise<void> {
  try {
    const done = await doing;
    if (done) {
      show(client, done.said, done.back);
    }
  } catch (problem) {
    failed(problem);
  } finally {
    refresh(client);
  }
}

function show(client: QueryClient, said: string, back: (() => Promise<unknown>) | undefined): void {
  const t = i18n.getFixedT(null, 'board');
  const undo =
    back &&
    (() => {
      last = undefined;
      notifications.hide(id);
      back()
        .then(() => notifications.show({ message: t('said.undone') }))
        .catch(failed)
        .finally(() => refresh(client));
    });
  const id = notifications.show({
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{said}</Text>
        <Button size="compact-sm" variant="default" onClick={undo}>
          {t('undo')}
        </Button>
      </Group>
    ) : (
      said
    ),
    autoClose: undo ? 10_000 : 5_000,
    onClose: () => {
      last = last === undo ? undefined : last;
    },
  });
  last = undo;
}

function refresh(client: QueryClient): void {
  for (const queryKey of [['tickets'], ['ticket'], ['floor'], ['agents']]) {
    void client.invalidateQueries({ queryKey });
  }
}

function why(problem: unknown): string {
  return problem instanceof Problem && problem.status === 412
    ? i18n.t('board:changedMeanwhile')
    : messageOf(problem);
}

function failed(problem: unknown): void {
  notifications.show({
    color: 'red',
    title: i18n.t('common:failed'),
    message: why(problem),
    autoClose: 10_000,
  });
}

function showRefusals(refused: Refusal[]): void {
  const t = i18n.getFixedT(null, 'board');
  const [first] = refused;
  if (first) {
    notifications.show({
      color: 'red',
      title: t('refused', { count: refused.length, id: first.ticket.id }),
      message: (
        <Stack gap={2}>
          {refused.slice(0, TOLD).map(({ ticket, problem }) => (
            <Text key={ticket.id} size="sm">
              {refused.length > 1 ? t('refusedOne', { id: ticket.id, message: why(problem) }) : why(problem)}
            </Text>
          ))}
          {refused.length > TOLD && <Text size="sm">{t('andMore', { count: refused.length - TOLD })}</Text>}
        </Stack>
      ),
      autoClose: 15_000,
    });
  }
}
