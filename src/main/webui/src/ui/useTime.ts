import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../app/dates';

/** The words for an instant: date and time, as they are written where the reader lives. */
export function useTime(): (instant: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
    return (instant) => format.format(new Date(instant));
  }, [i18n.language]);
}
