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

/** Whether spans of one day begin before they end and share no time. */
export function areApart(spans: Span[]): boolean {
  const sorted = [...spans].sort((a, b) => minutes(a.from) - minutes(b.from));
  return sorted.every(
    (span, index) =>
      minutes(span.from) < minutes(span.to) &&
      (index === 0 || minutes((sorted[index - 1] as Span).to) <= minutes(span.from)),
  );
}

/** What is next to add on a day: the afternoon after a morning, else office hours. */
export function nextSpan(spans: Span[]): Span {
  const end = Math.max(0, ...spans.map((span) => minutes(span.to)));
  if (end === 0) {
    return { from: '09:00', to: '17:00' };
  }
  const from = Math.min(end + 60, DAY - 60);
  return { from: time(from), to: time(Math.min(from + 240, DAY)) };
}

/** Hours that touch or overlap become one: what somebody draws is meant to be open. */
export function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => minutes(a.from) - minutes(b.from))) {
    const last = result.at(-1);
    if (last && minutes(span.from) <= minutes(last.to)) {
      last.to = minutes(span.to) > minutes(last.to) ? span.to : last.to;
    } else {
      result.push({ ...span });
    }
  }
  return result;
}

export function total(spans: Span[]): number {
  return spans.reduce((sum, span) => sum + Math.max(0, minutes(span.to) - minutes(span.from)), 0);
}
