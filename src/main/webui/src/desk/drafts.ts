import { useSyncExternalStore } from 'react';
import type { Kind } from './steps';

export type DraftKind = Kind | 'transfer' | 'decline';

const PREFIX = 'patchbay-draft';
const KEPT = 30 * 24 * 3600 * 1000;

interface Draft {
  text: string;
  at: number;
}

const listeners = new Set<() => void>();
// Storage that is full or forbidden must not cost anybody their words while the page is open.
const unsaved = new Map<string, string>();

function keyOf(account: number, ticket: number, kind: DraftKind): string {
  return `${PREFIX}:${account}:${ticket}:${kind}`;
}

function tell(): void {
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function read(key: string): string {
  const kept = unsaved.get(key);
  if (kept !== undefined) {
    return kept;
  }
  try {
    const stored = localStorage.getItem(key);
    return stored ? ((JSON.parse(stored) as Draft).text ?? '') : '';
  } catch {
    return '';
  }
}

export function saveDraft(account: number, ticket: number, kind: DraftKind, text: string): void {
  const key = keyOf(account, ticket, kind);
  try {
    if (text === '') {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify({ text, at: Date.now() } satisfies Draft));
    }
    unsaved.delete(key);
  } catch {
    unsaved.set(key, text);
  }
  tell();
}

/** What somebody wrote about a ticket and has not sent, also after the page was loaded anew. */
export function useDraft(account: number, ticket: number, kind: DraftKind) {
  const key = keyOf(account, ticket, kind);
  const text = useSyncExternalStore(subscribe, () => read(key));
  return [text, (next: string) => saveDraft(account, ticket, kind, next)] as const;
}

/** The kinds of drafts about a ticket, joined by spaces; empty where there is none. */
export function useDraftsOf(account: number, ticket: number, of: readonly DraftKind[]): string {
  return useSyncExternalStore(subscribe, () =>
    of.filter((kind) => read(keyOf(account, ticket, kind)).trim() !== '').join(' '),
  );
}

/** Forgets drafts that nobody touched for a month. */
export function forgetOldDrafts(now = Date.now()): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${PREFIX}:`)) {
      try {
        if ((JSON.parse(localStorage.getItem(key) ?? '') as Draft).at < now - KEPT) {
          localStorage.removeItem(key);
        }
      } catch {
        localStorage.removeItem(key);
      }
    }
  }
}
