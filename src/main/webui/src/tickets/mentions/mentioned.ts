const PREFIX = 'patchbay-mentioned';

interface Colleague {
  id: number;
  name: string;
}

/** What somebody types after an @ at the end of a text, in which a name may follow; undefined where there is none. */
export function typedName(text: string): string | undefined {
  return /(?:^|\s)@([^\s@][^@\n]{0,40}|)$/u.exec(text)?.[1];
}

/** With the name in place of what was typed of it. */
export function withName(before: string, { name }: Colleague): string {
  return `${before.slice(0, before.lastIndexOf('@'))}@${name} `;
}

function chosen(conversation: number): Colleague[] {
  try {
    return JSON.parse(sessionStorage.getItem(`${PREFIX}:${conversation}`) ?? '[]');
  } catch {
    return [];
  }
}

/** Remembers who is called so, until the note is sent. */
export function remember(conversation: number, colleague: Colleague): void {
  const others = chosen(conversation).filter(({ id }) => id !== colleague.id);
  try {
    sessionStorage.setItem(`${PREFIX}:${conversation}`, JSON.stringify([...others, colleague].slice(-50)));
  } catch {
    // Then nobody is told; the name stands there all the same.
  }
}

/** The accounts of those whose names stand in a note. */
export function mentionedIn(conversation: number, text: string): number[] {
  return chosen(conversation)
    .filter(({ name }) => text.includes(`@${name}`))
    .map(({ id }) => id);
}
