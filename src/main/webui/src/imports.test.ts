import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders a folder may use. Areas use what all share, and never one another. */
const shared = ['api', 'app', 'feed', 'parts', 'tickets', 'ui'];
const uses: Record<string, string[]> = {
  api: [],
  feed: ['api', 'parts'],
  parts: ['app'],
  ui: ['api', 'app', 'parts'],
  app: ['api', 'feed', 'parts', 'ui'],
  tickets: ['api', 'app', 'feed', 'parts', 'ui'],
  admin: shared,
  board: shared,
  desk: shared,
  list: shared,
  operations: shared,
  portal: shared,
  session: shared,
  // A page of its own: the customers' area in the frame of a shop, and the way in.
  widget: [...shared, 'portal', 'session'],
};

/** They put the areas together. */
const ROOTS = ['main.tsx', 'app/pages.ts', 'testing/setup.ts'];

const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']*)'/g;
const folderOf = (file: string) => file.split('/')[0] as string;

test('an area uses the kit and what all share, but no other area', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|testing)\.tsx?$/.test(file) && file.includes('/') && !ROOTS.includes(file))
    .map((file) => file.replaceAll('\\', '/'));
  const wrong = sources.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)]
      .map(([, path]) => relative('src', resolve('src', dirname(file), path as string)))
      .filter((target) => folderOf(target) !== folderOf(file))
      .filter((target) => !uses[folderOf(file)]?.includes(folderOf(target)))
      .map((target) => `${file} uses ${target}`),
  );
  expect(wrong).toEqual([]);
});
