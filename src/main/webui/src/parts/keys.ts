import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

const isForeign = (written: string) =>
  /^[\p{L}\p{M}\p{Nd}]/u.test(written) && !/^[\p{Script=Latin}0-9]/u.test(written);

/** Whether what was pressed last writes another script: then punctuation, too, is meant by its place. */
let foreign = false;

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
    foreign = isForeign(key);
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

/** The keys of the keyboard that is used, by their places; only some browsers tell (Keyboard Map). */
interface WithLayout {
  keyboard?: { getLayoutMap(): Promise<ReadonlyMap<string, string>> };
}

export interface WrittenKeys {
  /** Whether keys are meant by their places. */
  byPlace: boolean;
  /** What is written on the key; nothing where it is the same, or not known. */
  writtenFor(key: string): string | undefined;
}

/** What is written on the keys of this keyboard, where it writes another script. */
export function useWrittenKeys(): WrittenKeys {
  const [layout, setLayout] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    let left = false;
    (navigator as WithLayout).keyboard
      ?.getLayoutMap()
      .then((map) => !left && setLayout(map))
      // A frame may not know.
      .catch(() => {});
    return () => {
      left = true;
    };
  }, []);
  const byPlace = layout ? isForeign(layout.get('KeyA') ?? '') : foreign;
  const writtenFor = (key: string) => {
    const code = key === '/' ? 'Slash' : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : `Digit${key}`;
    const written = byPlace ? layout?.get(code) : undefined;
    return written?.toUpperCase() === key.toUpperCase() ? undefined : written;
  };
  return { byPlace, writtenFor };
}
