import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Who has not touched the page for so long does not look at it, or only looks. */
const IDLE = 30_000;
const IN_BETWEEN = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const busy = new Set<object>();
/** Where something was typed that was not sent since. */
const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();
let touched = Date.now();

const touch = () => {
  touched = Date.now();
};
for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
  window.addEventListener(type, touch, { capture: true, passive: true });
}
window.addEventListener(
  'input',
  ({ target }) => {
    touch();
    if (isField(target)) {
      typed.add(target);
    }
  },
  true,
);

function isField(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ['text', 'email', 'number', 'tel', 'url'].includes(target.type))
  );
}

/** Something is under way that nobody should be torn out of. */
export function useBusy(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) {
      return undefined;
    }
    const work = {};
    busy.add(work);
    return () => void busy.delete(work);
  }, [isBusy]);
}

/** What was typed and not sent, in the order in which it was begun. */
export function typedFields(): (HTMLInputElement | HTMLTextAreaElement)[] {
  for (const field of typed) {
    if (!field.isConnected || field.value === '') {
      typed.delete(field);
    }
  }
  return [...typed];
}

/** Forgets what was typed when something was sent. */
export function watchSending(client: QueryClient): () => void {
  return client.getMutationCache().subscribe((change) => {
    if (change.type === 'updated' && change.action.type === 'success') {
      typed.clear();
    }
  });
}

/** Whether the page can be loaded anew without disturbing anybody. */
export function isQuiet(client: QueryClient): boolean {
  return (
    busy.size === 0 &&
    client.isMutating() === 0 &&
    typedFields().every((field) => field.closest('[data-kept]') !== null) &&
    document.querySelector(IN_BETWEEN) === null &&
    // A big screen would not get it back by itself.
    !document.fullscreenElement &&
    (document.hidden || Date.now() - touched >= IDLE)
  );
}
