import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftView } from '../api/schema';

const door = vi.hoisted(() => {
  const opened = { answer: async (_request: Request): Promise<Response> => Response.error() };
  globalThis.fetch = (input) => opened.answer(input as Request);
  return opened;
});

import { draftOf, saveDraft } from './drafts';
import { reconciled, syncDrafts } from './syncDrafts';

const ME = 7;

/** A server that keeps drafts as ours does. */
class Server {
  drafts = new Map<string, DraftView>();
  calls: string[] = [];
  down = false;

  write(place: string, text: string, version: number) {
    const [id, kind] = place.split(':') as [string, string];
    const draft = { ticketId: Number(id), kind, text, version, attachments: [], changedAt: '' };
    this.drafts.set(place, draft);
    return draft;
  }

  answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    this.calls.push(`${request.method} ${pathname.replace('/api/v1', '')}`);
    if (this.down) {
      return Response.json({}, { status: 503 });
    }
    if (request.method === 'GET') {
      return Response.json({ items: [...this.drafts.values()] });
    }
    const [, id, kind] = /tickets\/(\d+)\/drafts\/(\w+)/.exec(pathname) ?? [];
    const place = `${id}:${kind}`;
    const before = this.drafts.get(place);
    if (request.headers.get('If-Match') !== `"${before?.version ?? 0}"`) {
      return Response.json({}, { status: 412 });
    }
    if (request.method === 'DELETE') {
      this.drafts.delete(place);
      return new Response(null, { status: 204 });
    }
    const { text } = await request.json();
    return Response.json(this.write(place, text, (before?.version ?? 100) + 1));
  };
}

describe('drafts at the server', () => {
  let server: Server;
  let stop = () => {};

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    for (const kind of ['note', 'remark']) {
      saveDraft(ME, 1, kind, '');
    }
    server = new Server();
    door.answer = server.answer;
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const begin = async () => {
    stop = syncDrafts(ME);
    await vi.advanceTimersByTimeAsync(100);
  };

  it('are kept once their author pauses, and go when they are sent', async () => {
    await begin();
    saveDraft(ME, 1, 'note', 'Dear');
    await vi.advanceTimersByTimeAsync(1_000);
    saveDraft(ME, 1, 'note', 'Dear Ada');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.drafts.size).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.drafts.get('1:note')?.text).toBe('Dear Ada');
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(1);
    saveDraft(ME, 1, 'note', '');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.drafts.size).toBe(0);
  });

  it('come from another device', async () => {
    server.write('1:note', 'Dear Ada', 5);
    await begin();
    expect(draftOf(ME, 1, 'note')).toBe('Dear Ada');
    saveDraft(ME, 1, 'note', 'Dear Ada,');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.drafts.get('1:note')).toMatchObject({ text: 'Dear Ada,', version: 6 });
  });

  it('lose no words where two devices wrote', async () => {
    server.write('1:note', 'Dear', 5);
    await begin();
    server.write('1:note', 'Dear Sir', 6);
    saveDraft(ME, 1, 'note', 'Dear Ada');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(draftOf(ME, 1, 'note')).toBe('Dear Sir\n\nDear Ada');
    expect(server.drafts.get('1:note')?.text).toBe('Dear Sir\n\nDear Ada');
  });

  it('wait for the server while it does not answer', async () => {
    server.down = true;
    await begin();
    saveDraft(ME, 1, 'note', 'Dear Ada');
    await vi.advanceTimersByTimeAsync(3_000);
    server.down = false;
    await vi.advanceTimersByTimeAsync(31_000);
    expect(server.drafts.get('1:note')?.text).toBe('Dear Ada');
  });

  it('are reconciled by what was changed since', () => {
    expect(reconciled('a', 'a', '')).toBe('');
    expect(reconciled('', 'a', 'a')).toBe('');
    expect(reconciled('', 'a', 'a b')).toBe('a b');
    expect(reconciled('a c', 'a', '')).toBe('a c');
    expect(reconciled('a', 'x', 'b')).toBe('b\n\na');
  });
});
