import { api, data, Problem } from '../api/client';
import type { DraftView } from '../api/schema';
import { feed } from '../feed/feed';
import { draftOf, saveDraft, ticketDraftsOf, watchDrafts } from './drafts';

const PREFIX = 'patchbay-synced';
const PAUSE = 1_500;
const TRY_AGAIN = 30_000;
const LOOK_AGAIN = 10_000;
const PAGE = 200;

/** A draft as the server had it when it was last heard of. */
interface Synced {
  text: string;
  version: number;
}

/** The place of a draft: its ticket and kind. */
type Place = `${number}:${string}`;

/** All words of both, where both were changed since they were the same. */
export function reconciled(local: string, before: string, server: string): string {
  if (local === before || server === before) {
    return local === before ? server : local;
  }
  if (local.includes(server) || server.includes(local)) {
    return local.includes(server) ? local : server;
  }
  return `${server}\n\n${local}`;
}

/** Keeps the drafts of an account the same here and at the server, for as long as somebody is signed in. */
class DraftSync {
  private readonly synced: Map<Place, Synced>;
  private readonly timers = new Map<Place, ReturnType<typeof setTimeout>>();
  /** What a timer was set for. */
  private readonly typed = new Map<Place, string>();
  private readonly pushing = new Set<Place>();
  /** What the server does not take, until it is changed. */
  private readonly refused = new Map<Place, string>();
  private looked = 0;
  private stopped = false;

  constructor(private readonly account: number) {
    let stored: [Place, Synced][] = [];
    try {
      stored = JSON.parse(localStorage.getItem(this.key()) ?? '[]');
    } catch {
      // All of it is compared anew.
    }
    this.synced = new Map(stored);
  }

  start(): () => void {
    const look = () => void this.look();
    const stops = [watchDrafts(() => this.notice()), feed.watch(() => feed.state() === 'live' && look())];
    window.addEventListener('focus', look);
    window.addEventListener('online', look);
    look();
    return () => {
      this.stopped = true;
      for (const stop of stops) {
        stop();
      }
      window.removeEventListener('focus', look);
      window.removeEventListener('online', look);
      for (const timer of this.timers.values()) {
        clearTimeout(timer);
      }
    };
  }

  private async look(anyway = false): Promise<void> {
    if (this.stopped || (!anyway && Date.now() - this.looked < LOOK_AGAIN)) {
      return;
    }
    this.looked = Date.now();
    try {
      const server = new Map<Place, DraftView>();
      for (let after: string | undefined, first = true; first || after; first = false) {
        const query = { limit: PAGE, ...(after && { after }) };
        const page = await data(api.GET('/api/v1/me/drafts', { params: { query } }));
        for (const draft of page.items) {
          server.set(`${draft.ticketId}:${draft.kind}`, draft);
        }
        after = page.next ?? undefined;
      }
      if (!this.stopped) {
        this.compare(server);
      }
    } catch {
      // It is looked again.
    }
  }

  private compare(server: Map<Place, DraftView>): void {
    const places = new Set([...server.keys(), ...this.synced.keys(), ...ticketDraftsOf(this.account)]);
    for (const place of places) {
      // What is on its way is compared when it has arrived.
      if (!this.pushing.has(place)) {
        const there = server.get(place);
        const local = this.local(place);
        const text = reconciled(local, this.synced.get(place)?.text ?? '', there?.text ?? '');
        this.remember(place, there);
        if (text !== local) {
          const [ticket, kind] = parts(place);
          saveDraft(this.account, ticket, kind, text);
        }
      }
    }
    this.notice();
  }

  /** Sends what is not at the server as it is here, once its author pauses. */
  private notice(): void {
    for (const place of new Set([...this.synced.keys(), ...ticketDraftsOf(this.account)])) {
      const local = this.local(place);
      if (local !== (this.synced.get(place)?.text ?? '') && this.refused.get(place) !== local) {
        this.later(place, PAUSE);
      }
    }
  }

  private later(place: Place, pause: number): void {
    const local = this.local(place);
    if (this.timers.has(place) && this.typed.get(place) === local) {
      return;
    }
    this.typed.set(place, local);
    clearTimeout(this.timers.get(place));
    this.timers.set(
      place,
      setTimeout(() => {
        this.timers.delete(place);
        void this.push(place);
      }, pause),
    );
  }

  private async push(place: Place): Promise<void> {
    if (this.pushing.has(place) || this.stopped) {
      return;
    }
    const [id, kind] = parts(place);
    const text = this.local(place);
    const before = this.synced.get(place);
    const params = {
      path: { id, kind },
      header: { 'If-Match': `"${before?.version ?? 0}"` },
    };
    this.pushing.add(place);
    let wait = PAUSE;
    try {
      if (text !== '') {
        this.remember(
          place,
          await data(api.PUT('/api/v1/tickets/{id}/drafts/{kind}', { params, body: { text } })),
        );
      } else if (before) {
        await data(api.DELETE('/api/v1/tickets/{id}/drafts/{kind}', { params }));
        this.remember(place, undefined);
      }
    } catch (problem) {
      const status = problem instanceof Problem ? problem.status : 0;
      if (status === 412) {
        this.pushing.delete(place);
        await this.look(true);
      } else if (status === 404 && text === '') {
        this.remember(place, undefined);
      } else if (status >= 400 && status < 500 && status !== 401 && status !== 429) {
        this.refused.set(place, text);
      } else {
        wait = TRY_AGAIN;
      }
    }
    this.pushing.delete(place);
    if (!this.stopped && this.local(place) !== (this.synced.get(place)?.text ?? '')) {
      if (this.refused.get(place) !== this.local(place)) {
        this.later(place, wait);
      }
    }
  }

  private local(place: Place): string {
    const [ticket, kind] = parts(place);
    return draftOf(this.account, ticket, kind);
  }

  private remember(place: Place, there: DraftView | undefined): void {
    if (there) {
      this.synced.set(place, { text: there.text, version: there.version });
    } else {
      this.synced.delete(place);
    }
    try {
      localStorage.setItem(this.key(), JSON.stringify([...this.synced]));
    } catch {
      // The next page compares all of it anew, and loses nothing.
    }
  }

  private key(): string {
    return `${PREFIX}:${this.account}`;
  }
}

function parts(place: Place): [number, string] {
  const [ticket, kind] = place.split(':') as [string, string];
  return [Number(ticket), kind];
}

/** One page of a browser does it for all that are open, where the browser can tell them apart. */
export function syncDrafts(account: number): () => void {
  let stopped = false;
  let stop = () => {};
  const start = () => {
    if (!stopped) {
      stop = new DraftSync(account).start();
    }
  };
  if (navigator.locks) {
    const end = new AbortController();
    navigator.locks
      .request(`${PREFIX}:${account}`, { signal: end.signal }, () => {
        start();
        return new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
    return () => {
      stopped = true;
      stop();
      end.abort();
    };
  }
  start();
  return () => {
    stopped = true;
    stop();
  };
}
