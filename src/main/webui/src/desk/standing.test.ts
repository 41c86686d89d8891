import { expect, test } from 'vitest';
import { urgencyOf } from './Standing';

test('who chats waits minutes, and who reports a return hours, until it is late', () => {
  const after = (minutes: number) => [
    urgencyOf('CHAT', minutes * 60_000),
    urgencyOf('RETURN_CASE', minutes * 60_000),
  ];
  expect(after(0.5)).toEqual(['calm', 'calm']);
  expect(after(1)).toEqual(['long', 'calm']);
  expect(after(3)).toEqual(['late', 'calm']);
  expect(after(240)).toEqual(['late', 'late']);
});
