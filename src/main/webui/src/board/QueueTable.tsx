import { Skeleton } from '@mantine/core';
import { IconAlertTriangleFilled, IconUserOff } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { alarmText } from './alarms';
import { LongestWait } from './LongestWait';
import { QueueLink } from './QueueLink';
import classes from './QueueTable.module.css';
import { ServiceLevel } from './ServiceLevel';
import { Sparkline } from './Sparkline';

/** The queues, of which the one in most trouble comes first. */
export function QueueTable({ queues }: { queues: QueueState[] | undefined }) {
  const { t } = useTranslation('board');
  return (
    <table className={classes.queues} aria-label={t('queues')} data-testid="queues">
      <thead>
        <tr>
          <th scope="col">{t('steering:queue')}</th>
          <th scope="col" className={classes.end}>
            {t('waiting')}
          </th>
          <th scope="col" className={classes.end}>
            {t('longest')}
          </th>
          <th scope="col" className={`${classes.wide} ${classes.levels}`}>
            {t('serviceLevel')}
          </th>
          <th scope="col" className={`${classes.wider} ${classes.end}`}>
            {t('offered')}
          </th>
          <th scope="col" className={`${classes.wider} ${classes.end}`}>
            {t('inProgress')}
          </th>
          <th scope="col" className={`${classes.wider} ${classes.end}`}>
            {t('pending')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('agents')}
          </th>
          <th scope="col" className={classes.widest}>
            {t('trend')}
          </th>
        </tr>
      </thead>
      <tbody>
        {queues
          ? queues.map((queue) => <Row key={queue.id} queue={queue} />)
          : [1, 2, 3].map((row) => (
              <tr key={row}>
                <td colSpan={9}>
                  <Skeleton h={28} />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  );
}

const Row = memo(function Row({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  return (
    <tr data-alarm={queue.alarms.length > 0 || undefined} data-testid={`queue-${queue.id}`}>
      <th scope="row" className={classes.name}>
        <QueueLink id={queue.id} fw={600} c="inherit">
          <bdi>{queue.name}</bdi>
        </QueueLink>
        {!queue.open && <span className={classes.closed}>{t('closedNow')}</span>}
        {queue.alarms.map((alarm) => (
          <span key={alarm.kind} className={classes.alarmLine}>
            <IconAlertTriangleFilled size={13} aria-hidden /> {alarmText(alarm, t)}
          </span>
        ))}
        <div className={classes.underSmall}>
          <ServiceLevel queue={queue} />
          <Agents queue={queue} />
        </div>
        <div className={classes.underMedium}>
          {[
            `${t('offered')} ${queue.offered}`,
            `${t('inProgress')} ${queue.inProgress}`,
            `${t('pending')} ${queue.pending}`,
          ].join(' · ')}
        </div>
      </th>
      <td className={classes.end}>
        <strong>{queue.waiting}</strong>
      </td>
      <td className={classes.end}>
        <LongestWait queue={queue} />
      </td>
      <td className={classes.wide}>
        <ServiceLevel queue={queue} />
      </td>
      <td className={`${classes.wider} ${classes.end}`}>{queue.offered}</td>
      <td className={`${classes.wider} ${classes.end}`}>{queue.inProgress}</td>
      <td className={`${classes.wider} ${classes.end}`}>{queue.pending}</td>
      <td className={classes.wide}>
        <Agents queue={queue} />
      </td>
      <td className={classes.widest}>
        <Sparkline queueId={queue.id} />
      </td>
    </tr>
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
