import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { titles } from './problems.de';

test('every problem of the server has German words', () => {
  const types = readFileSync('../java/org/patchbay/shared/ProblemType.java', 'utf8');
  const names = [...types.matchAll(/^ {4}([A-Z_]+)\(\d/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(Object.keys(titles)).toEqual(names.map((name) => (name ?? '').toLowerCase().replaceAll('_', '-')));
});
