import { useSyncExternalStore } from 'react';

/**
 * Whether the page is of the version that the server has now. `newer`: there is a later one. `gone`: somebody wants a part
 * of the page that the server does not have any more. `stuck`: the server should have it, and still it does not come.
 */
type Update = 'none' | 'newer' | 'gone' | 'stuck';

let newest: string | undefined;
const lacking = new Map<object, 'gone' | 'stuck'>();
const watchers = new Set<() => void>();
const greeters = new Set<() => void>();

/** When the page was built; undefined while it is developed. */
export function ownVersion(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
  return content?.startsWith('__') ? undefined : content;
}

function hear(version: string | undefined): void {
  const own = ownVersion();
  // Of two versions side by side, as in a rollout, only the later one is news, whichever was heard of last.
  if (own && version && version > (newest ?? own)) {
    newest = version;
    tell();
  }
}

/** The feed is there, and says of which version the server's pages are. */
export function greeted(version: string | undefined): void {
  hear(version);
  for (const greeter of greeters) {
    greeter();
  }
}

/** Calls back as soon as the line is back. */
export function onGreeted(greeter: () => void): () => void {
  greeters.add(greeter);
  return () => greeters.delete(greeter);
}

let asking: Promise<string | undefined> | undefined;

/** Of which version the server's pages are now; undefined where it cannot be reached. */
export function askVersion(): Promise<string | undefined> {
  asking ??= fetch('/index.html', { method: 'HEAD', cache: 'no-store' })
    .then((answer) => {
      const version = answer.ok ? (answer.headers.get('Patchbay-Pages') ?? ownVersion() ?? '') : undefined;
      hear(version);
      return version;
    })
    .catch(() => undefined)
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

/** Somebody wants a part that does not come, or `undefined`: that has come. */
export function lacks(part: object, why: 'gone' | 'stuck' | undefined): void {
  if (lacking.get(part) !== why) {
    if (why) {
      lacking.set(part, why);
    } else {
      lacking.delete(part);
    }
    tell();
  }
}

export function update(): Update {
  const reasons = new Set(lacking.values());
  return reasons.has('gone') ? 'gone' : reasons.has('stuck') ? 'stuck' : newest ? 'newer' : 'none';
}

export function useUpdate(): Update {
  return useSyncExternalStore(watch, update);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(): void {
  for (const watcher of watchers) {
    watcher();
  }
}

/** As a page that was just opened; for tests. */
export function forgetVersions(): void {
  newest = undefined;
  lacking.clear();
  tell();
}
