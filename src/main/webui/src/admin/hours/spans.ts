export interface Span {
  from: string;
  to: string;
}

export const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof days)[number];

const DAY = 24 * 60;

export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

export function time(ofMinutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(ofMinutes / 60))}:${two(ofMinutes % 60)}`;
}

/** The end of the day as fields for a time have it, which know no 24:00. */
export const shownEnd = (to: string) => (to === '24:00' ? '00:00' : to);
export const typedEnd = (to: string) => (to === '00:00' ? '24:00' : to);

/** In minutes of the day on which it begins: more than a day has, where it passes midnight. */
export function end({ from, to }: Span): number {
  const ofDay = minutes(to);
  return ofDay > minutes(from) ? ofDay : ofDay + DAY;
}

export const passesMidnight = (span: Span) => end(span) > DAY;

/** What of a day's spans is open on the next day. */
export const tails = (spans: Span[]): Span[] =>
  spans.filter(passesMidnight).map(({ to }) => ({ from: '00:00', to }));

/** Who says 23:59 means the end of the day, and is a minute short of it. */
export const missesAMinute = (spans: Span[]) => spans.some(({ to }) => to === '23:59');

/** Whether spans of one day take some time and share none, not even with what the day before leaves. */
export function areApart(spans: Span[], before: Span[] = []): boolean {
  const sorted = [...before, ...spans].sort((a, b) => minutes(a.from) - minutes(b.from));
  return sorted.every(
    (span, index) =>
      span.from !== span.to && (index === 0 || end(sorted[index - 1] as Span) <= minutes(span.from)),
  );
}

/** What is next to add on a day: the afternoon after a morning, else office hours. */
export function nextSpan(spans: Span[]): Span {
  const last = Math.max(0, ...spans.map(end));
  if (last === 0) {
    return { from: '09:00', to: '17:00' };
  }
  const from = Math.min(last + 60, DAY - 60);
  return { from: time(from), to: time(Math.min(from + 240, DAY)) };
}

/** Hours that touch or overlap become one: what somebody draws is meant to be open. */
export function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => minutes(a.from) - minutes(b.from))) {
    const last = result.at(-1);
    if (last && minutes(span.from) <= end(last)) {
      last.to = end(span) > end(last) ? span.to : last.to;
    } else {
      result.push({ ...span });
    }
  }
  return result;
}

export function total(spans: Span[]): number {
  return spans.reduce((sum, span) => sum + end(span) - minutes(span.from), 0);
}
