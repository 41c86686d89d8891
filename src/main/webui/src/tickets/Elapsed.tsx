import { useTranslation } from 'react-i18next';
import { dateFormat } from '../app/dates';
import { useClock } from './clock';
import { duration } from './duration';
import './words';

/** How long it has been since then, ticking. */
export function Elapsed({ since }: { since: string }) {
  const { t, i18n } = useTranslation('tickets');
  const text = useClock((now) => duration((now - Date.parse(since)) / 1000, t));
  const title = dateFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  return (
    <time dateTime={since} title={title.format(new Date(since))}>
      {text}
    </time>
  );
}

/** A time of today, or a day with its time, in words. */
export function timeOf(time: string, language: string): string {
  const date = new Date(time);
  const today = date.toDateString() === new Date().toDateString();
  return dateFormat(
    language,
    today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(date);
}

/** A time of today, or a day with its time. */
export function At({ time }: { time: string }) {
  const { i18n } = useTranslation('tickets');
  const date = new Date(time);
  const full = dateFormat(i18n.language, { dateStyle: 'full', timeStyle: 'medium' });
  return (
    <time dateTime={time} title={full.format(date)}>
      {timeOf(time, i18n.language)}
    </time>
  );
}
