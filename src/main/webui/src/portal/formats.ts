import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Times and money as the reader writes them. */
export function useFormats() {
  const { language } = useTranslation().i18n;
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return {
      day: (time: string) => day.format(new Date(time)),
      moment: (time: string) => moment.format(new Date(time)),
      money: (amount: number, currency: string) =>
        new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount),
      ago: (time: string, now: number) => ago(language, (new Date(time).getTime() - now) / 1000),
    };
  }, [language]);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function ago(language: string, seconds: number): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // Clocks differ a little: what has just happened is not in the future.
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.round(seconds / size), unit);
}
