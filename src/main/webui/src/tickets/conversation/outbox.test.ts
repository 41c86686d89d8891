import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const door = vi.hoisted(() => {
  const sent: { text: string; keepalive: boolean }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { text, clientId } = await request.json();
    sent.push({ text, keepalive: request.keepalive });
    return Response.json(
      { conversationId: 7, number: sent.length, clientId, text, attachments: [], author: { id: 1 } },
      { status: 201 },
    );
  };
  return { sent };
});

import { HOLD, outbox } from './outbox';

describe('a message that is held back', () => {
  let stop = () => {};

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    door.sent.length = 0;
    stop = outbox.start(7, new QueryClient());
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const put = (text: string, hold = HOLD) =>
    outbox.put({ conversationId: 7, text, audience: 'PUBLIC' }, hold);

  it('leaves when its time is over, before what was written after it', async () => {
    put('First');
    put('Second', 0);
    await vi.advanceTimersByTimeAsync(HOLD - 100);
    expect(door.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(door.sent.map(({ text }) => text)).toEqual(['First', 'Second']);
  });

  it('is taken back until then, and never after', async () => {
    put('Oh no');
    const [held] = outbox.of(7);
    expect(held && outbox.takeBack(held)).toBe(true);
    await vi.advanceTimersByTimeAsync(HOLD * 2);
    expect(door.sent).toEqual([]);
    put('Yes');
    const [gone] = outbox.of(7);
    await vi.advanceTimersByTimeAsync(HOLD + 100);
    expect(gone && outbox.takeBack(gone)).toBe(false);
    expect(door.sent).toHaveLength(1);
  });

  it('leaves as the page goes, and with a step that follows it', async () => {
    put('Bye');
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(10);
    expect(door.sent[0]).toEqual({ text: 'Bye', keepalive: true });
    put('Solved');
    outbox.release(7);
    await vi.advanceTimersByTimeAsync(100);
    expect(door.sent.at(-1)?.text).toBe('Solved');
  });

  it('is sent by the next page, where this one was closed', async () => {
    put('Later');
    stop();
    stop = outbox.start(7, new QueryClient());
    await vi.advanceTimersByTimeAsync(HOLD + 100);
    expect(door.sent.map(({ text }) => text)).toEqual(['Later']);
  });
});
