/** Where all pages of this browser write when somebody was last at one of them. */
const KEY = 'patchbay-attended';
/** The mouse moves more often than anybody wants to write. */
const PRECISION = 1000;

let here = Date.now();

/** Somebody is there. */
export function attend(): void {
  const now = Date.now();
  if (Math.abs(now - here) >= PRECISION) {
    here = now;
    try {
      localStorage.setItem(KEY, String(now));
    } catch {
      // Where nothing can be kept, each page knows of itself alone.
    }
  }
}

for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']) {
  window.addEventListener(type, attend, { capture: true, passive: true });
}

/** When key, mouse or touch was last used at any page of ours in this browser. */
export function lastAttended(): number {
  try {
    return Math.max(here, Number(localStorage.getItem(KEY)));
  } catch {
    return here;
  }
}
