import { Anchor, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TicketEventType, TicketEventView } from '../api/schema';
import { useMaybeMe } from '../app/session';
import { ErrorAlert } from '../ui/ErrorAlert';
import { PersonAvatar } from '../ui/PersonAvatar';
import { At, timeOf } from './Elapsed';
import classes from './History.module.css';
import { agentQuery, eventsQuery } from './queries';
import './words';

/** Whose note is what somebody said, and not a remark of the house. */
const SPOKEN = new Set<TicketEventType>([
  'OPENED',
  'SAID',
  'NOTED',
  'NOTED_INTERNALLY',
  'PENDED',
  'RESUMED',
  'RESOLVED',
  'REOPENED',
  'CANCELLED',
]);

/** Whose note is for programs, and told in words of ours. */
const EXPLAINED = new Set<string>([
  'SNOOZED',
  'PRIORITISED',
  'TAGGED',
  'FIELDS_SET',
  'RATED',
  'REMOVED',
  'REMOVED_INTERNALLY',
  'MERGED',
  'MERGED_FROM',
  'SPLIT',
  'SPLIT_FROM',
]);

/** Whose note is the number of another ticket. */
const LINKED = new Set<string>(['MERGED', 'MERGED_FROM', 'SPLIT', 'SPLIT_FROM']);

/** Of which the conversation shows all that there is. */
const ONLY_SAID = new Set<TicketEventType>(['SAID', 'NOTED', 'NOTED_INTERNALLY']);

interface Props {
  ticketId: number;
  /** Whether what was said is shown beside it. */
  withoutWords?: boolean;
}

/** What happened to a ticket and what was said, oldest first. */
export function History({ ticketId, withoutWords = false }: Props) {
  const { t } = useTranslation('tickets');
  const events = useQuery(eventsQuery(ticketId));
  if (events.isPending) {
    return (
      <Stack gap="xs" role="status" aria-label={t('common:loading')}>
        <Skeleton h={18} w="60%" />
        <Skeleton h={56} />
        <Skeleton h={18} w="45%" />
      </Stack>
    );
  }
  if (events.isError) {
    return <ErrorAlert problem={events.error} retry={events.refetch} />;
  }
  return (
    <ol className={classes.events} aria-label={t('history')} aria-live="polite" aria-relevant="additions">
      {events.data
        .filter(({ type }) => !withoutWords || !ONLY_SAID.has(type))
        .map((event) => (
          <li key={event.id}>
            {withoutWords ? <Remark event={wordless(event)} /> : <Entry event={event} />}
          </li>
        ))}
    </ol>
  );
}

/** Its text is a message of the conversation. */
function wordless(event: TicketEventView): TicketEventView {
  return SPOKEN.has(event.type) ? { ...event, note: null } : event;
}

function Entry({ event }: { event: TicketEventView }) {
  const spoken = event.note && SPOKEN.has(event.type);
  return spoken ? <Spoken event={event} /> : <Remark event={event} />;
}

function Spoken({ event }: { event: TicketEventView }) {
  const { t } = useTranslation('tickets');
  const me = useMaybeMe();
  const mine = me !== undefined && event.actorId === me.id;
  const who = event.actorName ?? t('system');
  return (
    <Paper
      withBorder
      p="sm"
      className={classes.spoken}
      data-mine={mine || undefined}
      data-internal={event.type === 'NOTED_INTERNALLY' || undefined}
    >
      <Group gap="xs" wrap="nowrap" mb={4}>
        <PersonAvatar name={who} size={24} />
        <Text size="sm" fw={600} truncate>
          {mine ? t('you') : who}
        </Text>
        <Text size="xs" c="dimmed" className={classes.what}>
          {t(`said.${event.type}`, { defaultValue: '' })}
        </Text>
        <Text size="xs" c="dimmed" ml="auto" className={classes.when}>
          <At time={event.at} />
        </Text>
      </Group>
      <Text size="sm" className={classes.note} dir="auto">
        {event.note}
      </Text>
    </Paper>
  );
}

function Remark({ event }: { event: TicketEventView }) {
  return (
    <Text size="xs" c="dimmed" className={classes.remark} component="div">
      <At time={event.at} />
      <span className={classes.text}>
        <EventText event={event} />
      </span>
    </Text>
  );
}

/** Notes that are told in the reader's words. */
const told: Partial<Record<TicketEventType, (note: string, t: TFunction, language: string) => string>> = {
  PRIORITISED: (note, t) => t(`priority.${note}`),
  SNOOZED: (note, _t, language) => timeOf(note, language),
};

/** An event in a sentence. */
export function EventText({ event }: { event: TicketEventView }) {
  const { t, i18n } = useTranslation('tickets');
  const me = useMaybeMe();
  const known = event.agentId === event.actorId ? event.actorName : null;
  const agent = useQuery({
    ...agentQuery(event.agentId ?? 0),
    enabled: event.agentId != null && event.agentId !== me?.id && !known,
  });
  const nameOf = (id: number | null | undefined, name: string | null | undefined) =>
    id != null && id === me?.id ? t('youInside') : (name ?? t('somebody'));
  const words = {
    actor: nameOf(event.actorId, event.actorName),
    agent: nameOf(event.agentId, known ?? agent.data?.name),
    note: event.note ? (told[event.type]?.(event.note, t, i18n.language) ?? event.note) : '',
  };
  const key = `event.${event.type}${event.actorName ? 'By' : ''}`;
  const note = event.note && !EXPLAINED.has(event.type) ? event.note : null;
  return (
    <>
      {t([key, `event.${event.type}`], words)}
      {event.note && LINKED.has(event.type) && (
        <>
          {' '}
          <Anchor href={`/tickets?ticket=${event.note}`} size="xs">
            #{event.note}
          </Anchor>
        </>
      )}
      {note && (
        <span className={classes.note} dir="auto">
          {' '}
          “{note}”
        </span>
      )}
    </>
  );
}
