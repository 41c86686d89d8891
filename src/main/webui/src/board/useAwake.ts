import { useEffect } from 'react';

/** Keeps the screen on while the page is seen, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const keep = async () => {
      if (document.visibilityState === 'visible' && 'wakeLock' in navigator) {
        // It is refused where the battery is low: then the screen goes off as it would.
        const got = await navigator.wakeLock.request('screen').catch(() => undefined);
        if (gone) {
          void got?.release();
        } else {
          lock = got;
        }
      }
    };
    void keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', keep);
      void lock?.release();
    };
  }, []);
}
