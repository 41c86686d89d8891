import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useClock } from './clock';
import './words';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let ahead = 0;

/** Clocks of devices are wrong, and waits are told by the server's. */
export function serverSays(at: string): void {
  const difference = Date.parse(at) - Date.now();
  ahead = Math.abs(difference) < 2 * SECOND ? 0 : difference;
}

/** The server's time. */
export function now(): number {
  return Date.now() + ahead;
}

/** To the second while seconds count: 0:42, 12:07, 3 h 5 min, 2 d 4 h. */
export function stopwatch(milliseconds: number, t: TFunction): string {
  const time = Math.max(0, milliseconds);
  if (time < HOUR) {
    return `${Math.floor(time / MINUTE)}:${String(Math.floor((time % MINUTE) / SECOND)).padStart(2, '0')}`;
  }
  return time < DAY
    ? t('tickets:stopwatch.hours', {
        hours: Math.floor(time / HOUR),
        minutes: Math.floor((time % HOUR) / MINUTE),
      })
    : t('tickets:stopwatch.days', { days: Math.floor(time / DAY), hours: Math.floor((time % DAY) / HOUR) });
}

/** Where there is little room: 0:42, 12:07, 3:05 h, 2 d. */
export function shortStopwatch(milliseconds: number, t: TFunction): string {
  if (milliseconds < HOUR) {
    return stopwatch(milliseconds, t);
  }
  const minutes = String(Math.floor((milliseconds % HOUR) / MINUTE)).padStart(2, '0');
  return milliseconds < DAY
    ? t('tickets:stopwatch.shortHours', { hours: Math.floor(milliseconds / HOUR), minutes })
    : t('tickets:stopwatch.shortDays', { days: Math.floor(milliseconds / DAY) });
}

/** How long ago something began, by the server's clock; ticks by itself. */
export function Since({ time, short = false }: { time: string; short?: boolean }) {
  const { t } = useTranslation('tickets');
  const text = useClock(() => (short ? shortStopwatch : stopwatch)(now() - Date.parse(time), t));
  return <time dateTime={time}>{text}</time>;
}
