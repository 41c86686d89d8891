import {
  Alert,
  Anchor,
  Breadcrumbs,
  Paper,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { type LiveState, liveStates } from '../tickets/liveStates';
import { agentsOfQueue } from '../tickets/steering/agents';
import { type ColumnKey, useColumns } from '../tickets/steering/columns';
import { TicketTable } from '../tickets/steering/TicketTable';
import { undoLast } from '../tickets/together/undo';
import { EmptyState } from '../ui/EmptyState';
import { ErrorAlert } from '../ui/ErrorAlert';
import { useKeys } from '../ui/keys';
import { AgentList } from './AgentList';
import { AlarmForm } from './AlarmForm';
import { Alarms } from './Alarms';
import classes from './BoardQueue.module.css';
import { floorQuery, ticketsQueries } from './floor';
import { Trend } from './innerParts';
import { LongestWait } from './LongestWait';
import panel from './panel.module.css';
import { ServiceLevel } from './ServiceLevel';
import { Figure, Figures } from './Totals';
import './trend.words';

/** What a ticket requires says more here than where it is. */
const COLUMNS: ColumnKey[] = ['priority', 'status', 'requires', 'agent', 'openedAt', 'waitingSince'];

/** One queue: who waits, who serves, how it goes, and when to raise an alarm. */
export function BoardQueue() {
  const { t } = useTranslation('board');
  const { queueId } = useParams({ strict: false }) as { queueId: string };
  const floor = useQuery(floorQuery);
  const queue = floor.data?.queues.find(({ id }) => String(id) === queueId);
  useKeys([['mod+Z', undoLast]]);
  return (
    <Stack gap="md">
      <Breadcrumbs>
        <Anchor component={Link} to="/board" size="sm">
          {t('title')}
        </Anchor>
        <Text size="sm">{queue?.name ?? t('steering:queue')}</Text>
      </Breadcrumbs>
      <Title order={1} size="h3">
        {queue?.name ?? t('steering:queue')}
      </Title>
      <Alarms floor={floor.data} queueId={Number(queueId)} />
      {floor.isError && <ErrorAlert problem={floor.error} retry={floor.refetch} />}
      {floor.isPending && <Skeleton h={240} role="status" aria-label={t('common:loading')} />}
      {floor.data && !queue && (
        <Alert color="orange" icon={<IconAlertCircle size={18} />} role="alert">
          {t('noSuchQueue')}{' '}
          <Anchor component={Link} to="/board">
            {t('back')}
          </Anchor>
        </Alert>
      )}
      {queue && <Queue queue={queue} />}
    </Stack>
  );
}

function Queue({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  return (
    <>
      <Figures label={queue.name}>
        <Figure name={t('waiting')} value={queue.waiting} />
        <Figure
          name={t('longest')}
          value={<LongestWait queue={queue} />}
          note={queue.open ? undefined : t('closedNow')}
        />
        <Figure
          name={t('free')}
          value={queue.free}
          note={t('ofAvailable', { count: queue.agents.AVAILABLE ?? 0 })}
        />
        <Figure name={t('offered')} value={queue.offered} />
        <Figure name={t('inProgress')} value={queue.inProgress} />
        <Figure name={t('pending')} value={queue.pending} />
      </Figures>
      <div className={panel.floor}>
        <Stack gap="md">
          <Tickets queue={queue} />
          <Paper withBorder component="section" className={panel.panel} aria-label={t('charts')}>
            <Title order={2} className={panel.panelTitle}>
              {t('charts')}
            </Title>
            <div className={panel.inset}>
              <Suspense fallback={<Skeleton h={200} />}>
                <Trend queue={queue} />
              </Suspense>
            </div>
          </Paper>
        </Stack>
        <Stack gap="md">
          <Paper withBorder component="section" className={panel.panel} aria-label={t('serviceLevel')}>
            <Title order={2} className={panel.panelTitle}>
              {t('serviceLevel')}
            </Title>
            <div className={panel.inset}>
              <ServiceLevel queue={queue} />
            </div>
          </Paper>
          <Paper withBorder component="section" className={panel.panel} aria-label={t('agents')}>
            <Title order={2} className={panel.panelTitle}>
              {t('agents')}
            </Title>
            <div className={panel.inset}>
              <Serving queueId={queue.id} />
            </div>
          </Paper>
          <Paper withBorder component="section" className={panel.panel} aria-label={t('alarmForm')}>
            <Title order={2} className={panel.panelTitle}>
              {t('alarmForm')}
            </Title>
            <div className={panel.inset}>
              <AlarmForm queue={queue} />
            </div>
          </Paper>
        </Stack>
      </div>
    </>
  );
}

function Tickets({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const [state, setState] = useState<LiveState>('OPEN');
  const columns = useColumns(COLUMNS);
  const lists = useQueries({ queries: liveStates.map((each) => ticketsQueries[each]) });
  const list = lists[liveStates.indexOf(state)];
  const tickets = useMemo(
    () => list?.data?.filter(({ queueId }) => queueId === queue.id),
    [list?.data, queue.id],
  );
  const counts = {
    OPEN: [t('waiting'), queue.waiting],
    OFFERED: [t('offered'), queue.offered],
    IN_PROGRESS: [t('inProgress'), queue.inProgress],
    PENDING: [t('pending'), queue.pending],
  };
  return (
    <Paper withBorder component="section" className={panel.panel} aria-label={t('tickets')}>
      <div className={classes.panelHead}>
        <Title order={2} className={panel.panelTitle}>
          {t('tickets')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('steering:state')}
          value={state}
          onChange={(value) => setState(value as LiveState)}
          data={liveStates.map((value) => ({
            value,
            label: counts[value].join(' '),
          }))}
          className={classes.states}
        />
      </div>
      {state === 'OPEN' && (tickets?.length ?? 0) > 1 && (
        <Text size="xs" className={`${panel.inset} ${panel.quiet}`}>
          {t('served')}
        </Text>
      )}
      {list?.isError && <ErrorAlert problem={list.error} retry={list.refetch} />}
      <TicketTable
        key={state}
        label={t('tickets')}
        tickets={tickets}
        columns={columns}
        empty={
          <EmptyState
            title={t(state === 'OPEN' ? 'noneWaiting' : 'steering:noTickets')}
            hint={state === 'OPEN' ? t('steering:noneWaitingHint') : undefined}
          />
        }
      />
    </Paper>
  );
}

function Serving({ queueId }: { queueId: number }) {
  const { t } = useTranslation('board');
  const agents = useQuery(agentsOfQueue(queueId));
  if (agents.isError) {
    return <ErrorAlert problem={agents.error} retry={agents.refetch} />;
  }
  return agents.data?.length === 0 ? (
    <EmptyState title={t('nobodyServes')} hint={t('nobodyServesHint')} />
  ) : (
    <AgentList agents={agents.data} />
  );
}
