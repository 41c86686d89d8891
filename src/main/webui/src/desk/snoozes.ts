/** The times until which tickets are snoozed, by the clock of the browser. */

const HOUR = 60 * 60_000;
const MORNING = 9;
const MONDAY = 1;

/** No ticket is snoozed for longer. */
export const YEAR = 365 * 24 * HOUR;

/** In an hour. */
export function soon(now: Date): Date {
  return new Date(now.getTime() + HOUR);
}

/** Tomorrow morning. */
export function tomorrow(now: Date): Date {
  return morning(now, 1);
}

/** The morning of the next Monday, which is never today. */
export function nextMonday(now: Date): Date {
  return morning(now, ((MONDAY - now.getDay() + 6) % 7) + 1);
}

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
