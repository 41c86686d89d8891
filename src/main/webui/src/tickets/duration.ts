import type { TFunction } from 'i18next';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "40 s", "4 min", "2 h 5 min", "3 d 4 h": no more than is worth reading. */
export function duration(seconds: number, t: TFunction): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) {
    return t('tickets:duration.seconds', { n: whole });
  }
  if (whole < HOUR) {
    return t('tickets:duration.minutes', { n: Math.floor(whole / MINUTE) });
  }
  if (whole < DAY) {
    return two(t, 'hours', Math.floor(whole / HOUR), 'minutes', Math.floor((whole % HOUR) / MINUTE));
  }
  return two(t, 'days', Math.floor(whole / DAY), 'hours', Math.floor((whole % DAY) / HOUR));
}

function two(t: TFunction, large: string, many: number, small: string, few: number): string {
  const first = t(`tickets:duration.${large}`, { n: many });
  return few === 0 ? first : `${first} ${t(`tickets:duration.${small}`, { n: few })}`;
}
