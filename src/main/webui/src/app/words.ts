import i18n, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** Every language has the same words: what is missing fails the build. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

const NEXT_TRY = 2_000;
const late: (() => Promise<void>)[] = [];
let coming: Promise<unknown> = Promise.resolve();

/**
 * The words of one feature, for `useTranslation(feature)`. Those of another language come where they are read; until they
 * do, where the line is cut, it is in English.
 */
export function addWords<T extends object>(
  feature: string,
  en: T,
  de: () => Promise<{ default: Translated<T> }>,
): void {
  i18n.addResourceBundle('en', feature, en, true, true);
  const add = async () => {
    i18n.addResourceBundle('de', feature, (await de()).default, true, true);
  };
  const again = () =>
    setTimeout(() => void add().then(() => i18n.changeLanguage(i18n.language), again), NEXT_TRY);
  const tried = () => add().catch(() => void again());
  late.push(tried);
  if (i18n.language === 'de') {
    coming = Promise.all([coming, tried()]);
  }
}

/** When all words are there of what has come so far: nobody reads a page in two languages. */
export async function wordsAreThere(): Promise<void> {
  await coming;
}

const STORED = 'patchbay-language';

function preferredLanguage(): Language {
  const wished = [localStorage.getItem(STORED), ...navigator.languages];
  return (wished
    .map((language) => language?.slice(0, 2))
    .find((language) => language && language in languages) ?? 'en') as Language;
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await speak(language);
}

/** As {@link setLanguage}, for this page only. */
export async function speak(language: Language): Promise<void> {
  if (language === 'de') {
    await Promise.all(late.map((add) => add()));
  }
  await i18n.changeLanguage(language);
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
