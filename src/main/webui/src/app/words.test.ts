import { describe, expect, it, vi } from 'vitest';
import { addWords, i18n, isolated, setLanguage, wordsAreThere } from './words';

describe('names in sentences', () => {
  it('do not turn what is around them where they run the other way', () => {
    i18n.addResourceBundle('en', 'bidi', { works: '{{name}} has it (3)' });
    expect(i18n.t('works', { ns: 'bidi', name: 'דנה' })).toBe('\u2068דנה\u2069 has it (3)');
    expect(i18n.t('works', { ns: 'bidi', name: 'Ada & Co' })).toBe('Ada & Co has it (3)');
    expect(isolated('محمد')).toBe('\u2068محمد\u2069');
  });
});

describe('words', () => {
  it('of another language come when it is read, and are in English until they do', async () => {
    addWords('there', { yes: 'Yes' }, async () => ({ default: { yes: 'Ja' } }));
    let line = false;
    addWords('cut', { no: 'No' }, () =>
      line ? Promise.resolve({ default: { no: 'Nein' } }) : Promise.reject(new Error('The line is cut')),
    );
    expect(i18n.t('there:yes')).toBe('Yes');
    await setLanguage('de');
    expect(i18n.t('there:yes')).toBe('Ja');
    expect(i18n.t('cut:no')).toBe('No');
    line = true;
    await vi.waitFor(() => expect(i18n.t('cut:no')).toBe('Nein'), 120_000);
    addWords('later', { maybe: 'Maybe' }, async () => ({ default: { maybe: 'Vielleicht' } }));
    await wordsAreThere();
    expect(i18n.t('later:maybe')).toBe('Vielleicht');
    await setLanguage('en');
    expect(i18n.t('later:maybe')).toBe('Maybe');
  }, 30_000);
});
