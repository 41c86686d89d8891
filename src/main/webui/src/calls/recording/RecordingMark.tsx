import './words';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSecondsUntil } from '../../tickets/clock';
import { stopwatch } from '../../tickets/stopwatch';
import classes from './recording.module.css';

/** Says whether the call is recorded just now: to the eye in red, and to all in words. */
export function RecordingMark({ on = false, children }: { on?: boolean; children: ReactNode }) {
  return (
    <span className={classes.mark} data-on={on || undefined} data-testid="recording" role="status">
      {children}
    </span>
  );
}

/** The time until a pause ends by itself. */
export function GoesOnIn({ until }: { until: string }) {
  const { t } = useTranslation('recording');
  const seconds = useSecondsUntil(until);
  return (
    <Text span size="sm" role="timer">
      {t('goesOnIn', { time: stopwatch(1000 * seconds, t) })}
    </Text>
  );
}
