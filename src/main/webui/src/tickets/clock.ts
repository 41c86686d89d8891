import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let present = Date.now();

/** The same for all who ask between two ticks, or they would not agree on what is shown. */
function now(): number {
  if (timer === undefined && Math.abs(Date.now() - present) >= 1000) {
    present = Date.now();
  }
  return present;
}

/** One timer for all that ticks on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    present = Date.now();
    for (const each of listeners) {
      each();
    }
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** What the function says of the present time; renders anew only when that becomes something else. */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(now()));
}

/** The whole seconds until then, and 0 from then on. */
export function useSecondsUntil(time: string | undefined): number {
  return useClock((now) => (time ? Math.max(0, Math.ceil((Date.parse(time) - now) / 1000)) : 0));
}
