import { beforeEach, expect, it } from 'vitest';
import { mentionedIn, remember, typedName, withName } from './mentioned';

beforeEach(() => sessionStorage.clear());

it('finds the name that is being typed after an @, and no address', () => {
  expect(typedName('Look, @')).toBe('');
  expect(typedName('@Ada Ag')).toBe('Ada Ag');
  expect(typedName('Look, @Zoë')).toBe('Zoë');
  expect(typedName('ada@example.org')).toBeUndefined();
  expect(typedName('@Ada\nnext')).toBeUndefined();
});

it('puts the name in its place', () => {
  expect(withName('Look, @ad', { id: 12, name: 'Ada Agent' })).toBe('Look, @Ada Agent ');
});

it('tells those whose names still stand in the note', () => {
  remember(7, { id: 12, name: 'Ada Agent' });
  remember(7, { id: 13, name: 'Bo' });
  remember(8, { id: 14, name: 'Cy' });
  expect(mentionedIn(7, 'Look, @Ada Agent, and Bo')).toEqual([12]);
  expect(mentionedIn(7, '@Bo @Cy')).toEqual([13]);
});
