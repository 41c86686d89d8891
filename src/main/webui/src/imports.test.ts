import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders a folder may use. Areas use what all share, and never one another. */
const shared = ['api', 'app', 'feed', 'parts', 'tickets', 'ui'];
const withCalls = [...shared, 'calls'];
const ofStaff = [...withCalls, 'recordings'];
const uses: Record<string, string[]> = {
  api: [],
  feed: ['api', 'parts'],
  parts: ['app'],
  ui: ['api', 'app', 'parts'],
  app: ['api', 'feed', 'parts', 'ui'],
  tickets: ['api', 'app', 'feed', 'parts', 'ui'],
  calls: shared,
  admin: shared,
  board: ofStaff,
  desk: ofStaff,
  list: ofStaff,
  operations: shared,
  portal: withCalls,
  recordings: withCalls,
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

/** The files that come with one: what they import at once, and not when somebody asks for it. */
function closure(file: string, known = new Set<string>()): Set<string> {
  if (!known.has(file)) {
    known.add(file);
    for (const [, path] of readFileSync(join('src', file), 'utf8').matchAll(
      /(?:from|^import) '(\.[^']*)'/gm,
    )) {
      const target = relative('src', resolve('src', dirname(file), path as string));
      const found = ['.ts', '.tsx', '/index.ts']
        .map((end) => target + end)
        .find((each) => existsSync(join('src', each)));
      if (found) {
        closure(found, known);
      }
    }
  }
  return known;
}

test('the words of others that an area shows come with it', () => {
  const words = new Map<string, string[]>();
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (/words\.ts$/.test(file)) {
      for (const [, of] of readFileSync(join('src', file), 'utf8').matchAll(/addWords\('([a-z-]+)'/g)) {
        words.set(of as string, [...(words.get(of as string) ?? []), file]);
      }
    }
  }
  const wrong = ['board', 'list', 'desk', 'portal', 'operations'].flatMap((area) => {
    const there = closure(`${area}/index.ts`);
    return [...there]
      .filter((file) => file.startsWith(`${area}/`) && file.endsWith('.tsx'))
      .flatMap((file) =>
        [...readFileSync(join('src', file), 'utf8').matchAll(/'([a-z-]+):[a-zA-Z.]+'/g)]
          .map(([, of]) => of as string)
          .filter((of) => words.has(of) && of !== 'common' && !words.get(of)?.some((each) => there.has(each)))
          .map((of) => `${file} shows words of ${of}`),
      );
  });
  expect(wrong).toEqual([]);
});
