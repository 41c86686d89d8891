import { describe, expect, it } from 'vitest';
import { areApart, joined, missesAMinute, nextSpan, shownEnd, tails, total, typedEnd } from './spans';

const span = (from: string, to: string) => ({ from, to });

describe('the hours of a day', () => {
  it('take some time and share none', () => {
    expect(areApart([span('13:00', '24:00'), span('09:00', '13:00')])).toBe(true);
    expect(areApart([span('09:00', '13:00'), span('12:00', '14:00')])).toBe(false);
    expect(areApart([span('09:00', '09:00')])).toBe(false);
  });

  it('may pass midnight, and leave the rest to the next day', () => {
    const night = [span('21:00', '02:00')];
    expect(areApart(night)).toBe(true);
    expect(areApart([...night, span('23:00', '24:00')])).toBe(false);
    expect(tails([...night, span('09:00', '24:00')])).toEqual([span('00:00', '02:00')]);
    expect(areApart([span('02:00', '12:00')], tails(night))).toBe(true);
    expect(areApart([span('01:00', '12:00')], tails(night))).toBe(false);
    expect(total(night)).toBe(300);
    expect(joined([span('20:00', '22:00'), ...night])).toEqual([span('20:00', '02:00')]);
  });

  it('miss a minute where they end at 23:59', () => {
    expect(missesAMinute([span('00:00', '23:59')])).toBe(true);
    expect(missesAMinute([span('00:00', '24:00'), span('23:59', '00:00')])).toBe(false);
  });

  it('become one where what is drawn touches them', () => {
    expect(joined([span('09:00', '12:00'), span('14:00', '15:00'), span('11:00', '14:00')])).toEqual([
      span('09:00', '15:00'),
    ]);
  });

  it('end at midnight, which fields for a time call the beginning', () => {
    expect(shownEnd(typedEnd('00:00'))).toBe('00:00');
    expect(typedEnd('00:00')).toBe('24:00');
    expect(total([span('22:00', '24:00')])).toBe(120);
  });

  it('go on after a pause', () => {
    expect(nextSpan([])).toEqual(span('09:00', '17:00'));
    expect(nextSpan([span('08:00', '12:00')])).toEqual(span('13:00', '17:00'));
  });
});
