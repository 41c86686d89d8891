import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorView, QueueState } from '../api/schema';
import { LongestWait } from './LongestWait';
import classes from './Totals.module.css';

/** The queue in which somebody has waited longest; undefined where nobody waits. */
export function longestOf(queues: QueueState[]): QueueState | undefined {
  return queues
    .filter((queue) => queue.oldestWaitingSince)
    .sort((one, other) => other.longestWaitSeconds - one.longestWaitSeconds)[0];
}

/** The few figures that tell how it goes. */
export function Totals({ floor }: { floor: FloorView | undefined }) {
  const { t } = useTranslation('board');
  const totals = floor?.totals;
  const longest = longestOf(floor?.queues ?? []);
  return (
    <Figures label={t('totals')}>
      <Figure name={t('waiting')} value={totals?.waiting} />
      <Figure
        name={t('longest')}
        value={totals && <LongestWait queue={longest} />}
        note={totals && !longest ? t('nobodyWaits') : undefined}
      />
      <Figure
        name={t('free')}
        value={totals?.free}
        note={totals && t('ofAvailable', { count: totals.agents.AVAILABLE ?? 0 })}
      />
      <Figure name={t('offered')} value={totals?.offered} />
      <Figure name={t('inProgress')} value={totals?.inProgress} />
      <Figure name={t('pending')} value={totals?.pending} />
    </Figures>
  );
}

export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <dl className={classes.figures}>{children}</dl>
    </section>
  );
}

export function Figure({ name, value, note }: { name: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>
          {value === undefined ? <Skeleton h={28} w={56} my={4} /> : value}
        </span>
        {note && <span className={classes.note}>{note}</span>}
      </dd>
    </div>
  );
}
