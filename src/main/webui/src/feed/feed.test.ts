import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { forgetVersions, update } from '../parts/version';
import { Feed, type FeedEvent, feed as feedOfThePage } from './feed';
import { gather } from './useFeed';

/** A socket whose other end is the test. */
class Socket {
  static all: Socket[] = [];
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((closed: { code: number }) => void) | null = null;
  readonly url: string;
  constructor(url: URL) {
    this.url = url.href;
    Socket.all.push(this);
  }
  close() {}
  says(event: Partial<FeedEvent>) {
    this.onmessage?.({ data: JSON.stringify(event) });
  }
  breaks(code = 1006) {
    this.onclose?.({ code });
  }
}

function latest(): Socket {
  const socket = Socket.all.at(-1);
  if (!socket) {
    throw new Error('nothing connected');
  }
  return socket;
}

describe('the feed of a page', () => {
  let feed: Feed;
  let seen: FeedEvent[];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', Socket);
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => ({ ok: true })),
    );
    Socket.all = [];
    feed = new Feed();
    seen = [];
    feed.listen((event) => seen.push(event));
    feed.start();
  });

  afterEach(() => {
    feed.stop();
    vi.useRealTimers();
  });

  it('begins with reading everything, since a list may be older than the connection', () => {
    latest().says({ type: 'HELLO', number: 7 });
    expect(seen.map((event) => event.type)).toEqual(['RESET']);
  });

  it('comes back after the last number it saw', async () => {
    latest().says({ type: 'HELLO', number: 7 });
    latest().says({ type: 'ASSIGNED', number: 8, ticketId: 3 });
    latest().breaks();
    expect(feed.state()).toBe('lost');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(latest().url).toMatch(/\/api\/v1\/feed\?after=8$/);
    latest().says({ type: 'HELLO', number: 8 });
    latest().says({ type: 'RESOLVED', number: 9, ticketId: 3 });
    expect(seen.map((event) => event.number)).toEqual([7, 8, 9]);
    expect(feed.state()).toBe('live');
  });

  it('hears of which version the pages are that the server has', () => {
    document.head.innerHTML = '<meta name="version" content="2026-11-02T08:00:00.000Z">';
    latest().says({ type: 'HELLO', number: 7, pages: '2026-11-03T08:00:00.000Z' });
    expect(update()).toBe('newer');
    forgetVersions();
    document.head.innerHTML = '';
  });

  it('gets a new token and comes back at once where the old one has ended', async () => {
    latest().says({ type: 'HELLO', number: 1 });
    latest().breaks(4401);
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledWith('/api/v1/auth/session/refresh', { method: 'POST', headers: {} });
    expect(Socket.all).toHaveLength(2);
  });

  it('waits longer and longer for a server that is away', async () => {
    const times: number[] = [];
    for (let i = 0; i < 8; i++) {
      const before = Date.now();
      const sockets = Socket.all.length;
      latest().breaks();
      while (Socket.all.length === sockets) {
        await vi.advanceTimersByTimeAsync(100);
      }
      times.push(Date.now() - before);
    }
    expect(times[0]).toBeLessThanOrEqual(600);
    expect(times.at(-1)).toBeGreaterThan(7_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(15_100);
  });
});

describe('what a page shows', () => {
  let happens: (event: FeedEvent) => void;
  let client: QueryClient;
  let stop: () => void;
  /** Ends the reads that are under way, of which there is one for each. */
  let ends: ((value: number) => void)[];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(feedOfThePage, 'listen').mockImplementation((listener) => {
      happens = listener;
      return () => true;
    });
    client = new QueryClient();
    stop = gather(client);
    ends = [];
    new QueryObserver(client, {
      queryKey: keys.floor,
      queryFn: () => new Promise<number>((resolve) => ends.push(resolve)),
    }).subscribe(() => {});
  });

  afterEach(() => {
    stop();
    client.clear();
    vi.useRealTimers();
  });

  it('is read to its end, however much happens meanwhile, and once more after it', async () => {
    ends[0]?.(1);
    await vi.advanceTimersByTimeAsync(0);
    for (let number = 0; number < 10; number++) {
      happens({ type: 'PRESENCE', number });
      await vi.advanceTimersByTimeAsync(150);
    }
    expect(ends).toHaveLength(2);
    ends[1]?.(2);
    await vi.advanceTimersByTimeAsync(150);
    expect(ends).toHaveLength(3);
    expect(client.getQueryData(keys.floor)).toBe(2);
  });

  it('is read once more where something happens while it is read for the first time', async () => {
    happens({ type: 'PRESENCE', number: 1 });
    await vi.advanceTimersByTimeAsync(500);
    expect(ends).toHaveLength(1);
    ends[0]?.(1);
    await vi.advanceTimersByTimeAsync(150);
    expect(ends).toHaveLength(2);
  });
});
