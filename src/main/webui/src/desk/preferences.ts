import { useSyncExternalStore } from 'react';

const PREFIX = 'patchbay-desk';
const listeners = new Set<() => void>();

/** Something that this browser remembers of how somebody likes their desk. */
export function usePreference(name: 'muted' | 'keys-off' | 'hold-back') {
  const key = `${PREFIX}-${name}`;
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(key) === 'yes',
  );
  const set = (next: boolean) => {
    localStorage.setItem(key, next ? 'yes' : 'no');
    for (const listener of listeners) {
      listener();
    }
  };
  return [on, set] as const;
}
