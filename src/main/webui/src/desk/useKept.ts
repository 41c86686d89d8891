import { useCallback, useState } from 'react';

/** A state that is as it was where the page is loaded anew. */
export function useKept<T>(name: string, initial: T) {
  const key = `patchbay-desk-${name}`;
  const [value, setValue] = useState(() => stored(key) ?? initial);
  const set = useCallback(
    (next: T | ((before: T) => T)) =>
      setValue((before: T) => {
        const after = next instanceof Function ? next(before) : next;
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  return [value, set] as const;
}

function stored(key: string) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
