import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusy } from '../../parts/quiet';
import { why } from './run';
import { type Run, useRun } from './runs';
import classes from './together.module.css';

interface Props {
  selected: number;
  onDeselect: () => void;
  /** What can be done with those that are selected. */
  children: ReactNode;
}

/** Below a list: what can be done with what is selected, how far that is, and what was refused. */
export function Together({ selected, onDeselect, children }: Props) {
  const { t } = useTranslation('together');
  const run = useRun();
  const running = run !== undefined && run.state !== 'over';
  const place = useFocusKept(run?.state);
  useBusy(running);
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      <p className={classes.said} role="status">
        {run && said(run, t)}
      </p>
      {running && <Progress run={run} />}
      {run && !running && run.refused.length + run.left > 0 && <Rest run={run} />}
      {selected > 0 && !running && (
        <div className={classes.bar} role="toolbar" aria-label={t('selected', { count: selected })}>
          <Text size="sm" fw={600} role="status">
            {t('selected', { count: selected })}
          </Text>
          <div className={classes.acts}>
            {children}
            <Button size="compact-sm" variant="subtle" onClick={onDeselect}>
              {t('deselect')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Buttons come and go with the state: whose button is gone goes on here, who works elsewhere is left alone. */
function useFocusKept(state: Run['state'] | undefined) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body) {
      place.current?.focus({ preventScroll: true });
    }
    before.current = state;
  }, [state]);
  return place;
}

/** Beginning and end: who hears the page would get no rest if each step were told. */
function said({ title, total, done, refused, left, state }: Run, t: TFunction<'together'>): string {
  return state === 'over'
    ? [
        t('over', { done: done.length, total }),
        refused.length > 0 && t('refusedCount', { count: refused.length }),
        left > 0 && t('leftCount', { count: left }),
      ]
        .filter(Boolean)
        .join(' ')
    : state === 'stopping'
      ? t('stopping')
      : t('begun', { title, total });
}

function Progress({ run: { title, total, done, refused, state, stop } }: { run: Run }) {
  const { t } = useTranslation('together');
  const ended = done.length + refused.length;
  return (
    <section className={classes.bar} aria-label={title} data-testid="progress">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <progress className={classes.progress} aria-label={title} value={ended} max={total} />
      <Text size="sm" className={classes.count}>
        {t('progress', { ended, total })}
      </Text>
      <Button size="compact-sm" variant="default" disabled={state === 'stopping'} onClick={stop}>
        {t('stop')}
      </Button>
    </section>
  );
}

function Rest({ run }: { run: Run }) {
  const { t } = useTranslation('together');
  return (
    <section className={classes.bar} aria-label={run.title} data-testid="rest">
      <div className={classes.rest}>
        <Text size="sm" fw={600}>
          {run.title}: {said(run, t)}
        </Text>
        <ul className={classes.refused}>
          {run.refused.map(({ ticket, problem }) => (
            <li key={ticket.id}>{t('refusedOne', { id: ticket.id, message: why(problem) })}</li>
          ))}
        </ul>
      </div>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={run.goOn}>
          {t('goOn', { count: run.refused.length + run.left })}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={run.dismiss}>
          {t('dismiss')}
        </Button>
      </Group>
    </section>
  );
}
