import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFound, optionsFound } from './found';

describe('what somebody types', () => {
  it('is found composed or not, in any case, and without accents', () => {
    for (const typed of ['Jos\u00e9', 'Jose\u0301', 'jose', 'JOSÉ', ' osé ', '']) {
      expect(isFound('Jos\u00e9', typed)).toBe(true);
      expect(isFound('Jose\u0301', typed)).toBe(true);
    }
    expect(isFound('José', 'josa')).toBe(false);
    expect(isFound('Ade\u1ecd\u0301la', 'adeola')).toBe(true);
  });

  it('finds letters by those that stand for them', () => {
    expect(isFound('Straße', 'strasse')).toBe(true);
    expect(isFound('STRASSE', 'straße')).toBe(true);
    expect(isFound('GROẞ', 'gross')).toBe(true);
    expect(isFound('Łukasz Ærø', 'lukasz aero')).toBe(true);
    expect(isFound('Νίκος', 'νικοσ')).toBe(true);
    expect(isFound('张伟', '张')).toBe(true);
  });

  it('narrows lists and their groups', () => {
    const jose = { value: '1', label: 'José' };
    const jo = { value: '2', label: 'Jo' };
    const ada = { value: '3', label: 'Ada' };
    expect(optionsFound({ options: [jo, ada, jose], search: 'jo', limit: 1 })).toEqual([jo]);
    expect(
      optionsFound({
        options: [
          { group: 'one', items: [ada] },
          { group: 'other', items: [ada, jose] },
        ],
        search: 'jose',
        limit: 9,
      }),
    ).toEqual([{ group: 'other', items: [jose] }]);
  });

  it('is compared nowhere else', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test|\.testing)\.tsx?$/.test(file),
    );
    expect(
      sources.filter((file) => readFileSync(join('src', file), 'utf8').includes('toLowerCase().includes(')),
    ).toEqual([]);
  });
});
