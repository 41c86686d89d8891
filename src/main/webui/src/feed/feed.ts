import { isEmbedded, renewSession } from '../api/client';
import type { ActivityView } from '../api/schema';
import { greeted } from '../parts/version';

/** One line of the organisation's feed, or news that are live only. */
export interface FeedEvent {
  /** None of what is live only. */
  number?: number;
  type: string;
  ticketId?: number;
  /** Where a message came with it, or lost words or files. */
  conversationId?: number;
  messageNumber?: number;
  /** Which of the reader's calls changed. */
  callId?: number;
  /** Of whoever looks at the same conversation. */
  activity?: ActivityView;
  status?: string;
  agentId?: number;
  presence?: string;
  /** Of which kind of thing the list changed. */
  about?: string;
  at?: string;
  /** Of which version the pages are that the server has. */
  pages?: string;
}

export type FeedState = 'connecting' | 'live' | 'lost';

type Listener = (event: FeedEvent) => void;

const ENDED = 4401;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;

/**
 * The page's one connection for what happens. It comes back by itself from the last number it saw, so nothing is missed
 * and nothing comes twice; where too much was missed, listeners get a RESET and read everything anew.
 */
export class Feed {
  private socket: WebSocket | undefined;
  private last: number | undefined;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = true;
  private current: FeedState = 'connecting';
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();

  start(): void {
    if (this.stopped) {
      this.stopped = false;
      window.addEventListener('online', this.reconnect);
      this.connect();
    }
  }

  stop(): void {
    this.stopped = true;
    this.last = undefined;
    window.removeEventListener('online', this.reconnect);
    clearTimeout(this.timer);
    this.socket?.close();
    this.socket = undefined;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly state = (): FeedState => this.current;

  private readonly reconnect = () => {
    if (this.current === 'lost') {
      clearTimeout(this.timer);
      this.connect();
    }
  };

  private connect(): void {
    const url = new URL('/api/v1/feed', window.location.origin.replace(/^http/, 'ws'));
    if (this.last !== undefined) {
      url.searchParams.set('after', String(this.last));
    }
    if (isEmbedded()) {
      url.searchParams.set('embedded', 'true');
    }
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onmessage = (message) => this.receive(JSON.parse(message.data));
    socket.onclose = (closed) => {
      if (this.socket === socket && !this.stopped) {
        this.socket = undefined;
        this.change('lost');
        this.later(closed.code);
      }
    };
  }

  private receive(event: FeedEvent): void {
    this.pause = FIRST_PAUSE;
    this.change('live');
    if (event.type === 'HELLO' || event.type === 'RESET') {
      greeted(event.pages);
    }
    const before = this.last;
    this.last = event.number ?? before;
    if (event.type === 'HELLO') {
      // The first page of lists may have been read before the feed began.
      if (before === undefined) {
        this.tell({ ...event, type: 'RESET' });
      }
    } else {
      this.tell(event);
    }
  }

  private later(code: number): void {
    const pause = code === ENDED ? 0 : this.pause * (0.5 + Math.random() / 2);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.timer = setTimeout(async () => {
      // A browser does not say why an upgrade was refused: it may be that the token had ended.
      if (code === ENDED || this.pause > 2 * FIRST_PAUSE) {
        await renewSession();
      }
      if (!this.stopped) {
        this.connect();
      }
    }, pause);
  }

  tell(event: FeedEvent): void {
    for (const listener of this.listeners) {
      listener(event);
    }
  }

  private change(state: FeedState): void {
    if (this.current !== state) {
      this.current = state;
      for (const watcher of this.watchers) {
        watcher();
      }
    }
  }
}

export const feed = new Feed();
