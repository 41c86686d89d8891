import i18n, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** Every language has the same words: German ones that are missing fail the build. */
export interface Words<T> {
  en: T;
  de: { [K in keyof T]: T[K] extends string ? string : Words<T[K]>['de'] };
}

/** The words of one feature, for `useTranslation(feature)`. */
export function addWords<T extends Record<string, unknown>>(feature: string, words: Words<T>): void {
  for (const [language, texts] of Object.entries(words)) {
    i18n.addResourceBundle(language, feature, texts, true, true);
  }
}

const STORED = 'patchbay-language';

export function preferredLanguage(): Language {
  const wished = [localStorage.getItem(STORED), ...navigator.languages];
  return (wished
    .map((language) => language?.slice(0, 2))
    .find((language) => language && language in languages) ?? 'en') as Language;
}

export function setLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  void i18n.changeLanguage(language);
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name that runs the other way does not turn the sentence around it (Unicode's isolates, UAX #9). */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

void i18n.use(initReactI18next).init({
  lng: preferredLanguage(),
  fallbackLng: 'en',
  resources: {} as Resource,
  // React escapes for HTML.
  interpolation: { escapeValue: true, escape: isolated },
  react: { useSuspense: false },
  showSupportNotice: false,
});
i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});
document.documentElement.lang = i18n.language;

export { i18n };
