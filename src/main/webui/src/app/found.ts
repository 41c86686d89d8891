import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core';

/** Accents and the like, which stand alone once a text is taken apart; of Hebrew and Arabic the vowels. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;

/** Letters that Unicode does not take apart, though people type them so. */
const LETTERS: Record<string, string> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Ł: 'L', Đ: 'D' };

/** In capitals ß is SS. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .toUpperCase()
    .replace(/[ÆŒØŁĐ]/g, (letter) => LETTERS[letter] as string);
}

/** Whether a text contains what somebody types, whatever the case, the accents, and the keyboard that composes them. */
export function isFound(text: string, typed: string): boolean {
  return folded(text).includes(folded(typed.trim()));
}

/** The same for lists that are searched by typing. */
export const optionsFound: OptionsFilter = ({ options, search, limit }) => {
  let left = limit;
  const take = <T extends { label: string }>(items: T[]) =>
    items.filter(({ label }) => left > 0 && isFound(label, search) && left-- > 0);
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) {
      return take([option]);
    }
    const items = take(option.items);
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};
