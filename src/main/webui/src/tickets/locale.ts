/** How people write dates and amounts where they live, in the language that they read here. */
export function localeOf(language: string): string {
  return (
    navigator.languages.find((each) => each.startsWith(`${language}-`)) ??
    (language === 'en' ? 'en-GB' : language)
  );
}
