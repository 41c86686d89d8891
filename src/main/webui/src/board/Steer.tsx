import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardLine, Compared, Priority, TicketView } from '../api/schema';
import { PriorityBadge } from '../tickets/badges';
import { decisionsQuery, queuesQuery } from '../tickets/queries';
import type { Asked } from './acts';
import { type Choice, Choose } from './Choose';
import { Face } from './Face';
import { priorities } from './filters';
import { agentsOfQueue, agentsQuery, groupsQuery, isFree } from './floor';
import { useSteering } from './steering';
import { useFocusBack } from './useFocusBack';

export default function Steer({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const first = asked?.tickets[0];
  if (!asked || !first) {
    return null;
  }
  switch (asked.act) {
    case 'assign':
      return <Assign ticket={first} onClose={onClose} />;
    case 'release':
      return <Release ticket={first} onClose={onClose} />;
    case 'prioritise':
      return <Prioritise tickets={asked.tickets} onClose={onClose} />;
    case 'move':
      return <Move tickets={asked.tickets} onClose={onClose} />;
    case 'regroup':
      return <Regroup tickets={asked.tickets} onClose={onClose} />;
  }
}

interface Several {
  tickets: TicketView[];
  onClose: () => void;
}

/** What all of them have now can be seen, but not chosen. */
function current<T>(tickets: TicketView[], of: (ticket: TicketView) => T, value: T): boolean {
  return tickets.every((ticket) => of(ticket) === value);
}

function Prioritise({ tickets, onClose }: Several) {
  const { t } = useTranslation('board');
  const steering = useSteering();
  return (
    <Choose
      title={t('prioritiseTitle')}
      choices={priorities.map((value) => ({
        value,
        label: t(`tickets:priority.${value}`),
        shown: <PriorityBadge priority={value} size="lg" />,
        disabled: current(tickets, (ticket) => ticket.priority, value),
        hint: current(tickets, (ticket) => ticket.priority, value) && t('now'),
      }))}
      onChoose={(value) => void steering.prioritise(tickets, value as Priority)}
      onClose={onClose}
    />
  );
}

function Move({ tickets, onClose }: Several) {
  const { t } = useTranslation('board');
  const steering = useSteering();
  const queues = useQuery(queuesQuery);
  return (
    <Choose
      title={t('moveTitle')}
      choices={queues.data?.map((queue) =>
        named(
          queue,
          current(tickets, (ticket) => ticket.queueId, queue.id),
          t,
        ),
      )}
      onChoose={(value) => {
        const queue = queues.data?.find(({ id }) => String(id) === value);
        return queue && void steering.move(tickets, queue);
      }}
      onClose={onClose}
    />
  );
}

function Regroup({ tickets, onClose }: Several) {
  const { t } = useTranslation('board');
  const steering = useSteering();
  const groups = useQuery(groupsQuery);
  return (
    <Choose
      title={t('regroupTitle')}
      choices={groups.data?.map((group) =>
        named(
          group,
          current(tickets, (ticket) => ticket.groupId, group.id),
          t,
        ),
      )}
      onChoose={(value) => {
        const group = groups.data?.find(({ id }) => String(id) === value);
        return group && void steering.regroup(tickets, group);
      }}
      onClose={onClose}
    />
  );
}

function named({ id, name }: { id: number; name: string }, isCurrent: boolean, t: TFunction): Choice {
  return { value: String(id), label: name, disabled: isCurrent, hint: isCurrent && t('board:now') };
}

function Release({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useTranslation('board');
  useFocusBack();
  const [note, setNote] = useState('');
  const steering = useSteering();
  const name = ticket.details?.agentName ?? t('agent');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('releaseTitle', { id: ticket.id })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void steering.release(ticket, note);
        }}
      >
        <Stack>
          <Text size="sm">{t('releaseHint', { name })}</Text>
          <Textarea
            label={t('releaseNote')}
            value={note}
            maxLength={4000}
            onChange={(event) => setNote(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('doRelease')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Assign({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useTranslation('board');
  const steering = useSteering();
  const agents = useQuery(agentsQuery);
  const serving = useQuery(agentsOfQueue(ticket.queueId));
  const decisions = useQuery(decisionsQuery(ticket.id));
  const compared = new Map(decisions.data?.at(-1)?.candidates.map((one) => [one.agentId, one]));
  const queue = ticket.details?.queueName ?? t('queue');
  const servers = serving.data && new Set(serving.data.map(({ id }) => id));
  const judged = agents.data?.map((agent) => {
    const serves = servers?.has(agent.id) ?? true;
    return {
      agent,
      cannot: whyNot(agent, ticket, t),
      doubt: serves ? doubt(compared.get(agent.id), t) : t('why.NOT_IN_QUEUE', { queue }),
    };
  });
  return (
    <Choose
      title={t('assignTitle', { id: ticket.id })}
      choices={judged
        ?.toSorted(
          (one, other) =>
            Number(one.cannot !== undefined) - Number(other.cannot !== undefined) ||
            Number(one.doubt !== undefined) - Number(other.doubt !== undefined) ||
            one.agent.load / one.agent.capacity - other.agent.load / other.agent.capacity ||
            one.agent.name.localeCompare(other.agent.name),
        )
        .map(({ agent, cannot, doubt }) => ({
          value: String(agent.id),
          label: agent.name,
          left: <Face name={agent.name} />,
          section: t(cannot ? 'cannotTake' : 'canTake'),
          disabled: cannot !== undefined,
          hint: [cannot ?? t('load', { load: agent.load, capacity: agent.capacity }), doubt]
            .filter(Boolean)
            .join(' · '),
        }))}
      onChoose={(value) => {
        const agent = agents.data?.find(({ id }) => String(id) === value);
        return agent && void steering.assign(ticket, agent);
      }}
      onClose={onClose}
    />
  );
}

/** Why the server would refuse to give it to them. */
export function whyNot(agent: BoardLine, ticket: TicketView, t: TFunction): string | undefined {
  if (agent.id === ticket.agentId && ['IN_PROGRESS', 'OFFERED'].includes(ticket.status)) {
    return t('board:holdsIt');
  }
  if (agent.presence !== 'AVAILABLE') {
    const why = t(`board:why.${agent.presence}`);
    return agent.reason ? `${why}: ${agent.reason}` : why;
  }
  return isFree(agent) ? undefined : t('board:full', { load: agent.load, capacity: agent.capacity });
}

/** What the matcher had against them that does not pass with the time, and a supervisor may overrule. */
function doubt(compared: Compared | undefined, t: TFunction): string | undefined {
  switch (compared?.passedOver) {
    case 'LACKS_SKILL':
      return t('board:why.LACKS_SKILL', {
        skill: compared.skillName ?? '',
        required: compared.figures.requiredLevel,
        level: compared.figures.level,
      });
    case 'NOT_IN_QUEUE':
    case undefined:
    case null:
      return undefined;
    case 'NOT_IN_GROUP':
    case 'REFUSED_BEFORE':
    case 'CHANNEL_LIMIT':
    case 'NOT_THE_TARGET':
      return t(`board:why.${compared.passedOver}`);
    default:
      return undefined;
  }
}
