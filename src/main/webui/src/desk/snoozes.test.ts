import { describe, expect, test } from 'vitest';
import { nextMonday, soon, tomorrow } from './snoozes';

const WEDNESDAY = new Date(2026, 11, 30, 22, 15);
const MONDAY = new Date(2026, 11, 28, 8, 0);
const SUNDAY = new Date(2027, 0, 3, 23, 59);

describe('the times until which tickets are snoozed', () => {
  test('an hour is an hour, over midnight too', () => {
    expect(soon(SUNDAY)).toEqual(new Date(2027, 0, 4, 0, 59));
  });

  test('tomorrow is a morning, in the next month too', () => {
    expect(tomorrow(WEDNESDAY)).toEqual(new Date(2026, 11, 31, 9));
    expect(tomorrow(new Date(2026, 11, 31, 1))).toEqual(new Date(2027, 0, 1, 9));
  });

  test('next Monday is never today', () => {
    expect(nextMonday(WEDNESDAY)).toEqual(new Date(2027, 0, 4, 9));
    expect(nextMonday(SUNDAY)).toEqual(new Date(2027, 0, 4, 9));
    expect(nextMonday(MONDAY)).toEqual(new Date(2027, 0, 4, 9));
  });
});
