const made = new Map<string, Intl.DateTimeFormat>();

/** How people write dates and amounts where they live, in the language that they read here. */
export function localeOf(language: string): string {
  return (
    navigator.languages.find((each) => each.startsWith(`${language}-`)) ??
    (language === 'en' ? 'en-GB' : language)
  );
}

/** To make one takes as long as to draw a row, and lists have many rows. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  made.set(key, known);
  return known;
}
