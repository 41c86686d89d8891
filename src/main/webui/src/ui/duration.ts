import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
export type Unit = keyof typeof units;

/** The largest unit that tells so many seconds without a fraction. */
export function unitOf(seconds: number | null | undefined): Unit {
  const fitting = (['days', 'hours', 'minutes'] as const).find(
    (unit) => seconds && seconds % units[unit] === 0,
  );
  return fitting ?? 'seconds';
}

/** So many seconds in words, as "2 minutes". */
export function useDuration(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (seconds) => {
      const unit = unitOf(seconds);
      return new Intl.NumberFormat(i18n.language, {
        style: 'unit',
        unit: unit.slice(0, -1),
        unitDisplay: 'long',
      }).format(seconds / units[unit]);
    },
    [i18n.language],
  );
}
