import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { circlesIn, importsOf } from './circles';

test('a circle is found, also through a part that comes later, and not through a type', () => {
  const sources = new Map([
    ['src/desk/Offers.tsx', "import { useState } from 'react';\nimport { OfferCard } from './parts';"],
    ['src/desk/parts.ts', "export const OfferCard = lazyPart(() => import('./OfferCard'));"],
    [
      'src/desk/OfferCard.tsx',
      "import {\n  type Answer,\n  useAnswer,\n} from './Offers';\nimport '../words';",
    ],
    ['src/words/index.ts', "import type { Answer } from '../desk/Offers';"],
  ]);
  expect(circlesIn(importsOf(sources))).toEqual([
    ['src/desk/Offers.tsx', 'src/desk/parts.ts', 'src/desk/OfferCard.tsx', 'src/desk/Offers.tsx'],
  ]);
});

test('no modules of the pages import each other in a circle', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join('src', file).replaceAll('\\', '/'));
  const imports = importsOf(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])));
  expect(imports.get('src/desk/index.ts')).toContain('src/desk/Desk.tsx');
  expect(circlesIn(imports)).toEqual([]);
});
