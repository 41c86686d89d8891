import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../api/schema';
import { ChannelIcon, PriorityBadge, StatusBadge } from '../badges';
import { At } from '../Elapsed';
import { groupsQuery } from '../queries';
import { Since } from '../stopwatch';
import { Requirement } from './Requirement';
import classes from './TicketTable.module.css';
import './words';

/** A column of a ticket table. */
export interface Column {
  key: string;
  label: string;
  className?: string | undefined;
  /** @param unattended whether the agent who holds it is not there */
  cell: (ticket: TicketView, unattended: boolean) => ReactNode;
}

/** As the server calls them. */
export const columnKeys = [
  'priority',
  'status',
  'channel',
  'reason',
  'order',
  'queue',
  'group',
  'agent',
  'answerDueAt',
  'resolutionDueAt',
  'openedAt',
  'waitingSince',
  'updatedAt',
  'resolvedAt',
  'rating',
] as const;
export type ColumnKey = (typeof columnKeys)[number] | 'requires';

type Kind = Omit<Column, 'key' | 'label'>;

const NONE = '–';

function kinds(t: TFunction, groups: ReadonlyMap<number, string>): Record<ColumnKey, Kind> {
  const at = (time: string | null | undefined) => (time ? <At time={time} /> : NONE);
  return {
    priority: { className: classes.badge, cell: ({ priority }) => <PriorityBadge priority={priority} /> },
    status: { className: classes.badge, cell: ({ status }) => <StatusBadge status={status} /> },
    channel: {
      className: classes.text,
      cell: ({ channel }) => (
        <span className={classes.line}>
          <ChannelIcon channel={channel} />
          <span aria-hidden>{t(`tickets:channel.${channel}`)}</span>
        </span>
      ),
    },
    queue: { className: classes.text, cell: ({ details }) => <bdi>{details?.queueName}</bdi> },
    requires: { className: classes.text, cell: (ticket) => <Requirement ticket={ticket} /> },
    group: { className: classes.text, cell: ({ groupId }) => <bdi>{groups.get(groupId) ?? NONE}</bdi> },
    agent: {
      className: classes.text,
      cell: ({ agentId, details }, unattended) => (
        <>
          {unattended && (
            <IconAlertTriangle
              size={14}
              className={classes.alone}
              role="img"
              aria-label={t('unattendedTicket')}
              title={t('unattendedTicket')}
            />
          )}
          {agentId ? <bdi>{details?.agentName}</bdi> : <span className={classes.quiet}>{t('nobody')}</span>}
        </>
      ),
    },
    answerDueAt: {
      className: classes.text,
      cell: ({ answerDueAt, firstAssignedAt }) => (firstAssignedAt ? NONE : at(answerDueAt)),
    },
    resolutionDueAt: { className: classes.text, cell: ({ resolutionDueAt }) => at(resolutionDueAt) },
    openedAt: { className: classes.age, cell: ({ openedAt }) => <Since time={openedAt} /> },
    waitingSince: {
      className: classes.wait,
      cell: ({ waitingSince }) => (waitingSince ? <Since time={waitingSince} /> : NONE),
    },
    updatedAt: { className: classes.text, cell: ({ updatedAt }) => at(updatedAt) },
    resolvedAt: { className: classes.text, cell: ({ resolvedAt }) => at(resolvedAt) },
    reason: {
      className: classes.text,
      cell: ({ reason }) => (reason ? t(`tickets:reason.${reason}`) : NONE),
    },
    order: { className: classes.text, cell: ({ orderNumber }) => <bdi>{orderNumber ?? NONE}</bdi> },
    rating: { className: classes.text, cell: ({ rating }) => (rating ? `${rating.score} / 5` : NONE) },
  };
}

/** Stays the same as long as the keys do, so that rows need not be made anew. */
export function useColumns(keys: readonly ColumnKey[]): Column[] {
  const { t } = useTranslation('steering');
  const groups = useQuery({ ...groupsQuery, enabled: keys.includes('group') }).data;
  return useMemo(() => {
    const all = kinds(t as TFunction, new Map(groups?.map(({ id, name }) => [id, name])));
    return keys.map((key) => ({ key, label: t(`column.${key}`), ...all[key] }));
  }, [keys, groups, t]);
}
