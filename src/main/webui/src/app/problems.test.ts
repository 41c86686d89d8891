import { expect, test } from 'vitest';
import { data, Problem, Unreachable } from '../api/client';
import { messageOf } from './problems';
import { setLanguage } from './words';
import './common.words';

test('what a browser calls an error is never shown, but what the server says is', async () => {
  const raw = new TypeError('Failed to fetch');
  expect(messageOf(new Unreachable('No answer', { cause: raw }))).toMatch(/^The server cannot be reached/);
  expect(messageOf(raw)).toMatch(/^Something went wrong here/);
  expect(messageOf(new Problem(409, { detail: 'The ticket is closed.' }))).toBe('The ticket is closed.');
  await setLanguage('de');
  expect(messageOf(raw)).toMatch(/^Hier ging etwas schief/);
  await setLanguage('en');
});

test('a request without an answer says that the server is unreachable', async () => {
  await expect(data(Promise.reject(new TypeError('NetworkError')))).rejects.toBeInstanceOf(Unreachable);
});
