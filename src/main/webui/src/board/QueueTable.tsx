import { Skeleton, Table, Text } from '@mantine/core';
import { IconAlertTriangleFilled, IconUserOff } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { alarmText } from './alarms';
import classes from './board.module.css';
import { Since } from './clock';
import { QueueLink } from './links';
import { ServiceLevel } from './ServiceLevel';
import { Sparkline } from './Sparkline';

/** The queues, of which the one in most trouble comes first. */
export function QueueTable({ queues }: { queues: QueueState[] | undefined }) {
  const { t } = useTranslation('board');
  return (
    <Table className={classes.table} aria-label={t('queues')} data-testid="queues">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('queue')}</Table.Th>
          <Table.Th ta="end">{t('waiting')}</Table.Th>
          <Table.Th ta="end">{t('longest')}</Table.Th>
          <Table.Th visibleFrom="sm" w={200}>
            {t('serviceLevel')}
          </Table.Th>
          <Table.Th ta="end" visibleFrom="md">
            {t('offered')}
          </Table.Th>
          <Table.Th ta="end" visibleFrom="md">
            {t('inProgress')}
          </Table.Th>
          <Table.Th ta="end" visibleFrom="md">
            {t('pending')}
          </Table.Th>
          <Table.Th visibleFrom="sm">{t('agents')}</Table.Th>
          <Table.Th visibleFrom="xl">{t('trend')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {queues
          ? queues.map((queue) => <Row key={queue.id} queue={queue} />)
          : [1, 2, 3].map((row) => (
              <Table.Tr key={row}>
                <Table.Td colSpan={9}>
                  <Skeleton h={28} />
                </Table.Td>
              </Table.Tr>
            ))}
      </Table.Tbody>
    </Table>
  );
}

const Row = memo(function Row({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  return (
    <Table.Tr data-alarm={queue.alarms.length > 0 || undefined} data-testid={`queue-${queue.id}`}>
      <Table.Th scope="row" className={classes.name}>
        <QueueLink id={queue.id} fw={600} c="inherit">
          {queue.name}
        </QueueLink>
        {queue.alarms.map((alarm) => (
          <span key={alarm.kind} className={classes.alarmLine}>
            <IconAlertTriangleFilled size={13} aria-hidden /> {alarmText(alarm, t)}
          </span>
        ))}
        <Text span hiddenFrom="sm" fw={400} className={classes.under}>
          <ServiceLevel queue={queue} />
          <Agents queue={queue} />
        </Text>
        <Text span hiddenFrom="md" size="xs" fw={400} className={classes.under}>
          {[
            `${t('offered')} ${queue.offered}`,
            `${t('inProgress')} ${queue.inProgress}`,
            `${t('pending')} ${queue.pending}`,
          ].join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td ta="end" className={classes.number} fw={650}>
        {queue.waiting}
      </Table.Td>
      <Table.Td ta="end" className={classes.number}>
        {queue.oldestWaitingSince ? <Since time={queue.oldestWaitingSince} /> : '–'}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <ServiceLevel queue={queue} />
      </Table.Td>
      <Table.Td ta="end" className={classes.number} visibleFrom="md">
        {queue.offered}
      </Table.Td>
      <Table.Td ta="end" className={classes.number} visibleFrom="md">
        {queue.inProgress}
      </Table.Td>
      <Table.Td ta="end" className={classes.number} visibleFrom="md">
        {queue.pending}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Agents queue={queue} />
      </Table.Td>
      <Table.Td visibleFrom="xl">
        <Sparkline queueId={queue.id} />
      </Table.Td>
    </Table.Tr>
  );
});

function Agents({ queue: { agents, free, waiting } }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const { AVAILABLE: available = 0, AWAY: away = 0, WRAP_UP: wrapUp = 0 } = agents;
  const others = [
    wrapUp > 0 && t('wrapUpCount', { count: wrapUp }),
    away > 0 && t('awayCount', { count: away }),
  ].filter(Boolean);
  return (
    <span className={classes.staff}>
      {t('freeOf', { free, available })}
      {waiting > 0 && free === 0 && (
        <span className={classes.stranded}>
          <IconUserOff size={14} aria-hidden /> {t('stranded')}
        </span>
      )}
      {others.length > 0 && <span className={classes.quiet}>{others.join(' · ')}</span>}
    </span>
  );
}
