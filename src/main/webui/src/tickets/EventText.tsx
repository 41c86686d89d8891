import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TicketEventType, TicketEventView } from '../api/schema';
import { useMaybeMe } from '../app/session';
import { timeOf } from './Elapsed';
import classes from './History.module.css';
import { agentQuery } from './queries';
import './words';

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
  'CALL_STARTED',
  'CALL_ENDED',
]);

/** Whose note is the number of another ticket. */
const LINKED = new Set<string>(['MERGED', 'MERGED_FROM', 'SPLIT', 'SPLIT_FROM']);

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
