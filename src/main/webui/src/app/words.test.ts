import { describe, expect, it } from 'vitest';
import { i18n, isolated } from './words';

describe('names in sentences', () => {
  it('do not turn what is around them where they run the other way', () => {
    i18n.addResourceBundle('en', 'bidi', { works: '{{name}} has it (3)' });
    expect(i18n.t('works', { ns: 'bidi', name: 'דנה' })).toBe('\u2068דנה\u2069 has it (3)');
    expect(i18n.t('works', { ns: 'bidi', name: 'Ada & Co' })).toBe('Ada & Co has it (3)');
    expect(isolated('محمد')).toBe('\u2068محمد\u2069');
  });
});
