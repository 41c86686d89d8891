import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, Compared, Priority, TicketView } from '../../api/schema';
import { PersonAvatar } from '../../ui/PersonAvatar';
import { useFocusBack } from '../../ui/useFocusBack';
import { PriorityBadge } from '../badges';
import { tagsQuery } from '../labels/queries';
import { Tag, tagsOf } from '../labels/TagList';
import { priorities } from '../priorities';
import { decisionsQuery, groupsQuery, queuesQuery } from '../queries';
import type { Step } from '../together/steps';
import { WithWords } from '../together/WithWords';
import { type Act, type Asked, allows } from './acts';
import { agentsOfQueue, agentsQuery, isFree } from './agents';
import { type Choice, Choose } from './Choose';
import { useSteering } from './steering';
import './words';

export default function Steer({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const first = asked?.tickets[0];
  if (!asked || !first) {
    return null;
  }
  switch (asked.act) {
    case 'assign':
      return <Assign tickets={asked.tickets} onClose={onClose} />;
    case 'release':
      return <Release ticket={first} onClose={onClose} />;
    case 'prioritise':
      return <Prioritise tickets={asked.tickets} onClose={onClose} />;
    case 'move':
      return <Move tickets={asked.tickets} onClose={onClose} />;
    case 'tag':
      return <AddTag tickets={asked.tickets} onClose={onClose} />;
    case 'untag':
      return <RemoveTag tickets={asked.tickets} onClose={onClose} />;
    case 'regroup':
      return <Regroup tickets={asked.tickets} onClose={onClose} />;
    default:
      return <Say step={asked.act} tickets={asked.tickets} onClose={onClose} />;
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

/** How many of them their states allow it, where that is not all. */
function useOthers(tickets: TicketView[], act: Act): string | undefined {
  const { t } = useTranslation('together');
  const allowed = tickets.filter((ticket) => allows(ticket, act)).length;
  return allowed < tickets.length ? t('others', { allowed, count: tickets.length }) : undefined;
}

function Say({ step, tickets, onClose }: Several & { step: Step }) {
  const steering = useSteering();
  return (
    <WithWords
      step={step}
      tickets={tickets}
      allows={(ticket) => allows(ticket, step)}
      take={(ticket, note) => steering.take(step, ticket, note)}
      onClose={onClose}
    />
  );
}

function Prioritise({ tickets, onClose }: Several) {
  const { t } = useTranslation('steering');
  const steering = useSteering();
  return (
    <Choose
      title={t('prioritiseTitle')}
      hint={useOthers(tickets, 'prioritise')}
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
  const { t } = useTranslation('steering');
  const steering = useSteering();
  const queues = useQuery(queuesQuery);
  return (
    <Choose
      title={t('moveTitle')}
      hint={useOthers(tickets, 'move')}
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
  const { t } = useTranslation('steering');
  const steering = useSteering();
  const groups = useQuery(groupsQuery);
  return (
    <Choose
      title={t('regroupTitle')}
      hint={useOthers(tickets, 'regroup')}
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

function AddTag({ tickets, onClose }: Several) {
  const { t } = useTranslation('steering');
  const steering = useSteering();
  const others = useOthers(tickets, 'tag');
  const tags = useQuery(tagsQuery).data?.filter(({ archived }) => !archived);
  return (
    <Choose
      title={t('tagTitle', { count: tickets.length, id: tickets[0]?.id })}
      hint={tags?.length === 0 ? t('noTags') : others}
      choices={tags?.map((tag) => {
        const isThere = tickets.every(({ tagIds }) => tagIds.includes(tag.id));
        return {
          value: String(tag.id),
          label: tag.name,
          shown: <Tag tag={tag} />,
          disabled: isThere,
          hint: isThere && t('now'),
        };
      })}
      onChoose={(value) => {
        const tag = tags?.find(({ id }) => String(id) === value);
        return tag && void steering.tag(tickets, tag);
      }}
      onClose={onClose}
    />
  );
}

function RemoveTag({ tickets, onClose }: Several) {
  const { t } = useTranslation('steering');
  const steering = useSteering();
  const known = useQuery(tagsQuery).data;
  const borne = new Map(
    tickets.flatMap((ticket) => tagsOf(ticket, known)).map((tag) => [String(tag.id), tag]),
  );
  return (
    <Choose
      title={t('untagTitle', { count: tickets.length, id: tickets[0]?.id })}
      choices={[...borne].map(([value, tag]) => ({
        value,
        label: tag.name,
        shown: <Tag tag={tag} />,
        hint:
          tickets.length > 1 &&
          t('borneBy', { count: tickets.filter(({ tagIds }) => tagIds.includes(tag.id)).length }),
      }))}
      onChoose={(value) => {
        const tag = borne.get(value);
        return (
          tag &&
          void steering.untag(
            tickets.filter(({ tagIds }) => tagIds.includes(tag.id)),
            tag,
          )
        );
      }}
      onClose={onClose}
    />
  );
}

function named({ id, name }: { id: number; name: string }, isCurrent: boolean, t: TFunction): Choice {
  return { value: String(id), label: name, disabled: isCurrent, hint: isCurrent && t('now') };
}

function Release({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useTranslation('steering');
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

function Assign({ tickets, onClose }: Several) {
  const { t } = useTranslation('steering');
  const steering = useSteering();
  const agents = useQuery(agentsQuery);
  const [first] = tickets;
  const single = tickets.length === 1 ? first : undefined;
  const oneQueue = first && current(tickets, ({ queueId }) => queueId, first.queueId) ? first : undefined;
  const serving = useQuery({ ...agentsOfQueue(oneQueue?.queueId ?? 0), enabled: oneQueue !== undefined });
  const decisions = useQuery({ ...decisionsQuery(single?.id ?? 0), enabled: single !== undefined });
  const compared = new Map(decisions.data?.at(-1)?.candidates.map((one) => [one.agentId, one]));
  const queue = oneQueue?.details?.queueName ?? t('queue');
  const servers = serving.data && new Set(serving.data.map(({ id }) => id));
  const judged = agents.data?.map((agent) => {
    const serves = servers?.has(agent.id) ?? true;
    return {
      agent,
      cannot: whyNot(agent, tickets, t),
      doubt: serves ? doubt(compared.get(agent.id), t) : t('why.NOT_IN_QUEUE', { queue }),
    };
  });
  return (
    <Choose
      title={t('assignTitle', { count: tickets.length, id: first?.id })}
      hint={useOthers(tickets, 'assign')}
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
          left: <PersonAvatar name={agent.name} />,
          section: t(cannot ? 'cannotTake' : 'canTake'),
          disabled: cannot !== undefined,
          hint: [cannot ?? t('load', { load: agent.load, capacity: agent.capacity }), doubt]
            .filter(Boolean)
            .join(' · '),
        }))}
      onChoose={(value) => {
        const agent = agents.data?.find(({ id }) => String(id) === value);
        return agent && void steering.assign(tickets, agent);
      }}
      onClose={onClose}
    />
  );
}

/** Why the server would refuse to give them any. */
function whyNot(agent: AgentStatusRow, tickets: TicketView[], t: TFunction): string | undefined {
  if (
    tickets.every(
      ({ agentId, status }) => agent.id === agentId && ['IN_PROGRESS', 'OFFERED'].includes(status),
    )
  ) {
    return t('holdsIt', { count: tickets.length });
  }
  if (agent.presence !== 'AVAILABLE') {
    const why = t(`why.${agent.presence}`);
    return agent.reason ? `${why}: ${agent.reason}` : why;
  }
  return isFree(agent) ? undefined : t('full', { load: agent.load, capacity: agent.capacity });
}

/** What the matcher had against them that does not pass with the time, and a supervisor may overrule. */
function doubt(compared: Compared | undefined, t: TFunction): string | undefined {
  switch (compared?.passedOver) {
    case 'LACKS_SKILL':
      return t('why.LACKS_SKILL', {
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
      return t(`why.${compared.passedOver}`);
    default:
      return undefined;
  }
}
