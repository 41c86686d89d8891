import { Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketEventType, TicketEventView } from '../api/schema';
import { useMaybeMe } from '../app/session';
import { ErrorAlert } from '../ui/ErrorAlert';
import { PersonAvatar } from '../ui/PersonAvatar';
import { At } from './Elapsed';
import { EventText } from './EventText';
import classes from './History.module.css';
import { eventsQuery } from './queries';
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
