import { describe, expect, it } from 'vitest';
import { changes } from './changes';

describe('what an entry of the audit log changed', () => {
  it('is told leaf by leaf, without what stayed', () => {
    expect(
      changes(
        { name: 'Returns', priority: 5, serviceLevel: null },
        { name: 'Returns', priority: 3, serviceLevel: { percent: 80 }, skills: ['French'] },
      ),
    ).toEqual([
      { field: 'priority', before: '5', after: '3' },
      { field: 'serviceLevel.percent', before: undefined, after: '80' },
      { field: 'skills[1]', before: undefined, after: 'French' },
    ]);
  });
});
