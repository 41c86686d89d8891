import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFormat, localeOf } from '../app/dates';

/** Times and money as the reader writes them. */
export function useFormats() {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const locale = localeOf(language);
    const day = dateFormat(language, { dateStyle: 'medium' });
    const moment = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const clock = dateFormat(language, { timeStyle: 'short' });
    return {
      day: (time: string) => day.format(new Date(time)),
      moment: (time: string) => (isToday(time) ? clock : moment).format(new Date(time)),
      money: (amount: number, currency: string) =>
        new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount),
      ago: (time: string, now: number) => ago(locale, (new Date(time).getTime() - now) / 1000),
    };
  }, [language]);
}

function isToday(time: string): boolean {
  return new Date(time).toDateString() === new Date().toDateString();
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function ago(locale: string, seconds: number): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // Clocks differ a little: what has just happened is not in the future.
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.round(seconds / size), unit);
}
