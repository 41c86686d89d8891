import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { i18n } from '../app/words';

import.meta.glob('../**/*words.ts', { eager: true });

const NAMESPACES = /useTranslation\((?:\[([^\]]*)\]|('[^']+'))/g;
/** The first argument of a call, unless it is made of parts. */
const CALL = /(?<![\w'])t\((?!\s*`)([^(),]*)/g;
/** Compared with something, it is no key. */
const KEY = /(?<![=!]==? *)'([\w.:-]+)'/g;

function isSaid(namespaces: string[], key: string): boolean {
  const keys = key.includes(':') ? [key] : namespaces.map((namespace) => `${namespace}:${key}`);
  return keys.some((each) => i18n.exists(each) || i18n.exists(`${each}_other`));
}

test('every word that a page says is there', () => {
  const missing: string[] = [];
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test|testing)\.tsx?$/.test(file)) {
      continue;
    }
    const source = readFileSync(join('src', file), 'utf8');
    const namespaces = [...source.matchAll(NAMESPACES)].flatMap((found) =>
      [...(found[1] ?? found[2] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name as string),
    );
    for (const [, argument] of source.matchAll(CALL)) {
      for (const [, key] of (argument as string).matchAll(KEY)) {
        if (namespaces.length > 0 && !isSaid(namespaces, key as string)) {
          missing.push(`${file}: ${key}`);
        }
      }
    }
  }
  expect(missing).toEqual([]);
});
