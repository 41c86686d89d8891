import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';

const EVENTS = ['focus', 'blur', 'visibilitychange', 'pageshow', 'pagehide'] as const;

function watch(tell: () => void): () => void {
  for (const event of EVENTS) {
    window.addEventListener(event, tell);
    document.addEventListener(event, tell);
  }
  return () => {
    for (const event of EVENTS) {
      window.removeEventListener(event, tell);
      document.removeEventListener(event, tell);
    }
  };
}

const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus();

const isVisible = () => document.visibilityState === 'visible';

/** Whether this page is on a screen; its reader may be busy elsewhere. */
export function useVisible(): boolean {
  return useSyncExternalStore(watch, isVisible);
}

/** Whether somebody has this page before them. */
export function useLookedAt(): boolean {
  return useSyncExternalStore(watch, isLookedAt);
}

const open = new Map<number, number>();

/** A conversation that somebody reads as it comes: nothing in it is news to them. */
export function reading(conversation: number): () => void {
  open.set(conversation, (open.get(conversation) ?? 0) + 1);
  return () => {
    const left = (open.get(conversation) ?? 1) - 1;
    if (left === 0) {
      open.delete(conversation);
    } else {
      open.set(conversation, left);
    }
  };
}

export function isRead(conversation: number): boolean {
  return open.has(conversation) && isLookedAt();
}

/** Whether somebody sees it, and has not to scroll to it first. */
export function useInView(box: RefObject<HTMLElement | null>): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const it = box.current;
    if (!it) {
      return undefined;
    }
    const observer = new IntersectionObserver((entries) =>
      setInView(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(it);
    return () => observer.disconnect();
  }, [box]);
  return inView;
}
