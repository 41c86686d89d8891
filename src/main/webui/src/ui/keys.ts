import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

const isForeign = (written: string) =>
  /^[\p{L}\p{M}\p{Nd}]/u.test(written) && !/^[\p{Script=Latin}0-9]/u.test(written);

type Layout = ReadonlyMap<string, string>;

/** The keys of the keyboard that is used, by their places; only some browsers tell (Keyboard Map). */
interface WithLayout {
  keyboard?: { getLayoutMap(): Promise<Layout> };
}

let layout: Layout | undefined;
/** Whether what was pressed last writes another script: then punctuation, too, is meant by its place. */
let foreign = false;
let written = writtenKeys();
const watchers = new Set<() => void>();

function learn(change: { layout?: Layout | undefined; foreign?: boolean }): void {
  const before = { layout, foreign };
  ({ layout, foreign } = { ...before, ...change });
  if (layout !== before.layout || foreign !== before.foreign) {
    written = writtenKeys();
    for (const tell of watchers) {
      tell();
    }
  }
}

/** What the key at this place writes on an American keyboard, by which keys are named. */
function placeOf({ code, shiftKey }: Pressed): string | undefined {
  if (code === 'Slash') {
    return shiftKey ? '?' : '/';
  }
  return (
    /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? (shiftKey ? undefined : /^Digit(\d)$/.exec(code)?.[1])
  );
}

/**
 * What a key may be meant for, first the likeliest: what it writes; on a keyboard that writes no Latin letters, or where
 * something between composes them, what stands in its place on one that does.
 */
export function keysOf(pressed: Pressed): string[] {
  const { key, code } = pressed;
  const composed = key === 'Process' || key === 'Unidentified';
  if (!composed && /^\p{L}$/u.test(key)) {
    learn({ foreign: isForeign(key) });
  }
  const place = composed || foreign || isForeign(key) ? placeOf(pressed) : undefined;
  if (place === undefined) {
    return [key];
  }
  return code.startsWith('Key') ? [place] : [place, key];
}

/** Shortcuts of the page, as Mantine's `useHotkeys`, which hold on keyboards of every script. */
export function useKeys(
  keys: [string, () => void][],
  tagsToIgnore: string[] = ['INPUT', 'TEXTAREA', 'SELECT'],
): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    const { target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (
      target instanceof HTMLElement &&
      (target.isContentEditable || tagsToIgnore.includes(target.tagName))
    ) {
      return;
    }
    let done = false;
    const act = getHotkeyHandler(
      keys.map(([name, does]) => [
        name,
        () => {
          done = true;
          does();
        },
      ]),
    );
    for (const key of keysOf(event)) {
      act(new KeyboardEvent('keydown', { key, altKey, ctrlKey, metaKey, shiftKey }));
      if (done) {
        event.preventDefault();
        return;
      }
    }
  });
  useEffect(() => {
    document.documentElement.addEventListener('keydown', onPress);
    return () => document.documentElement.removeEventListener('keydown', onPress);
  }, []);
}

interface WrittenKeys {
  /** Whether keys are meant by their places. */
  byPlace: boolean;
  /** What is written on the key; nothing where it is the same, or not known. */
  writtenFor(key: string): string | undefined;
}

function writtenKeys(): WrittenKeys {
  const byPlace = foreign || isForeign(layout?.get('KeyA') ?? '');
  const known = layout;
  const writtenFor = (key: string) => {
    const code = key === '/' ? 'Slash' : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : `Digit${key}`;
    const cap = byPlace ? known?.get(code) : undefined;
    return cap?.toUpperCase() === key.toUpperCase() ? undefined : cap;
  };
  return { byPlace, writtenFor };
}

/** Whoever is the first to look asks anew: keyboards change. */
function watch(tell: () => void): () => void {
  const { keyboard } = navigator as WithLayout;
  if (watchers.size === 0 && keyboard) {
    keyboard.getLayoutMap().then(
      (map) => learn({ layout: map }),
      // A frame may not know.
      () => learn({ layout: undefined }),
    );
  } else if (!keyboard) {
    learn({ layout: undefined });
  }
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** What is written on the keys of this keyboard, where it writes another script. */
export function useWrittenKeys(): WrittenKeys {
  return useSyncExternalStore(watch, () => written);
}
