import { useEffect, useState, useSyncExternalStore } from 'react';
import { useBusy } from '../parts/quiet';

const PREFIX = 'patchbay-draft';
const KEPT = 30 * 24 * 3600 * 1000;

interface Draft {
  text: string;
  at: number;
}

const listeners = new Set<() => void>();
// Rows of a long list ask at every key that is pressed: storage would be too slow. And where storage is full or forbidden,
// nobody loses their words while the page is open.
const drafts = new Map<string, string>();
const unstored = new Set<string>();

/** Whose it is, what it is about (a ticket by its id), and for which step it was written. */
function keyOf(account: number, about: number | string, kind: string): string {
  return `${PREFIX}:${account}:${about}:${kind}`;
}

function tell(): void {
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): string {
  return drafts.get(key) ?? '';
}

export function saveDraft(account: number, about: number | string, kind: string, text: string): void {
  const key = keyOf(account, about, kind);
  if (text === '') {
    drafts.delete(key);
  } else {
    drafts.set(key, text);
  }
  try {
    if (text === '') {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Draft));
    }
  } catch {
    unstored.add(key);
    tell();
    return;
  }
  unstored.delete(key);
  tell();
}

export function draftOf(account: number, about: number | string, kind: string): string {
  return read(keyOf(account, about, kind));
}

/** Tells of every change of a draft. */
export const watchDrafts = subscribe;

/** The drafts of an account about tickets, each by its ticket and kind. */
export function ticketDraftsOf(account: number): `${number}:${string}`[] {
  const mine = `${PREFIX}:${account}:`;
  return [...drafts.keys()]
    .filter((key) => key.startsWith(mine))
    .map((key) => key.slice(mine.length))
    .filter((place): place is `${number}:${string}` => /^\d+:[a-z0-9]{1,20}$/.test(place));
}

/** Leaves of a draft what was written on while it was sent. */
export function forgetSent(account: number, about: number, kind: string, sent: string): void {
  const draft = read(keyOf(account, about, kind)).trimStart();
  saveDraft(account, about, kind, draft.startsWith(sent) ? draft.slice(sent.length).trimStart() : draft);
}

/** What somebody wrote and has not sent, also after the page was loaded anew. */
export function useDraft(account: number, about: number | string, kind: string) {
  const key = keyOf(account, about, kind);
  const text = useSyncExternalStore(subscribe, () => read(key));
  return [text, (next: string) => saveDraft(account, about, kind, next)] as const;
}

/** The kinds of drafts about a ticket, joined by spaces; empty where there is none. */
export function useDraftsOf(account: number, ticket: number, of: readonly string[]): string {
  return useSyncExternalStore(subscribe, () =>
    of.filter((kind) => read(keyOf(account, ticket, kind)).trim() !== '').join(' '),
  );
}

/** Reads what is stored, also by another tab, and forgets what nobody touched for a month. */
function loadDrafts(now = Date.now()): void {
  for (const key of drafts.keys()) {
    if (!unstored.has(key)) {
      drafts.delete(key);
    }
  }
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${PREFIX}:`)) {
      try {
        const { text, at } = JSON.parse(localStorage.getItem(key) ?? '') as Draft;
        if (at < now - KEPT) {
          localStorage.removeItem(key);
        } else {
          drafts.set(key, text);
        }
      } catch {
        localStorage.removeItem(key);
      }
    }
  }
  tell();
}

/** Keeps drafts as other tabs leave them, and the page for those that only it has. */
export function useStoredDrafts(): void {
  useBusy(useSyncExternalStore(subscribe, () => unstored.size > 0));
  useState(() => loadDrafts());
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === null || event.key.startsWith(`${PREFIX}:`)) {
        loadDrafts();
      }
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
}
