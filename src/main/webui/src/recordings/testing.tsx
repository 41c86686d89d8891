import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { keys } from '../api/keys';
import { makeQueryClient, Providers } from '../app/Providers';
import { Recordings } from '.';

// The client of the API keeps the `fetch` that it found when it was loaded.
const door = vi.hoisted(() => {
  const answers: { by?: (request: Request) => Promise<Response> } = {};
  globalThis.fetch = (request) =>
    answers.by?.(request as Request) ?? Promise.reject(new TypeError('no server'));
  return answers;
});

/** The sound of a page, of which the test says how far it is. */
export class FakeAudio {
  static last: FakeAudio;
  src = '';
  currentTime = 0;
  playbackRate = 1;
  onended: (() => void) | null = null;
  ontimeupdate: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly pause = vi.fn();
  readonly play = vi.fn(async () => {});
  constructor() {
    FakeAudio.last = this;
  }
  removeAttribute() {}
  comesTo(time: number) {
    this.currentTime = time;
    this.ontimeupdate?.();
  }
}

const AT = '2026-12-01T10:00:00Z';

const part = (number: number, fromMs: number, toMs: number, agentId = 7) => ({
  number,
  fromMs,
  toMs,
  agentId,
  chunks: 5,
  bytes: 9,
  complete: true,
});

/** Opens the page of recordings, of which there is one with a pause, a hold and two agents. */
export function open(role: 'admin' | 'supervisor') {
  const recording: Record<string, unknown> = {
    id: 12,
    callId: 31,
    ticketId: 4711,
    queueId: 3,
    agentId: 7,
    state: 'READY',
    source: 'DESK',
    startedAt: AT,
    milliseconds: 60_000,
    partial: true,
    held: false,
    deleteAfter: '2027-03-01T10:01:00Z',
    segments: [part(1, 0, 14_000), part(2, 20_000, 40_000), part(3, 45_000, 60_000, 8)],
    pauses: [{ reason: 'CARD_DATA', fromMs: 14_000, toMs: 20_000 }],
  };
  const asked: { method: string; path: string; body: unknown }[] = [];
  const lists: Record<string, unknown[]> = {
    '/agents': [
      { id: 7, name: 'Ada' },
      { id: 8, name: 'Ben' },
    ],
    '/queues': [{ id: 3, name: 'Returns' }],
    '/customers': [],
    '/tickets/4711/events': [
      { id: 1, type: 'CALL_HELD', at: '2026-12-01T10:00:25Z' },
      { id: 2, type: 'CALL_RESUMED', at: '2026-12-01T10:00:30Z' },
    ],
  };
  door.by = async (request) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.replace('/api/v1', '');
    const text = await request.text();
    const body = text ? JSON.parse(text) : undefined;
    asked.push({ method: request.method, path: path + search, body });
    if (request.method === 'DELETE') {
      recording.state = 'DELETED';
      return new Response(null, { status: 204 });
    }
    if (request.method === 'PUT') {
      Object.assign(recording, { held: body.held, heldFor: body.reason });
      return Response.json(recording);
    }
    if (path === '/recordings') {
      return Response.json({ items: search.includes('agentId=8') ? [] : [recording] });
    }
    const name = /^\/agents\/(\d+)$/.exec(path)?.[1];
    return name
      ? Response.json({ id: Number(name), name: name === '7' ? 'Ada' : 'Ben' })
      : lists[path]
        ? Response.json({ items: lists[path] })
        : Response.json({ title: 'Nothing' }, { status: 404 });
  };
  vi.stubGlobal('Audio', FakeAudio);
  const wire = () => ({ connect: (to: unknown) => to, gain: { value: 1 } });
  vi.stubGlobal(
    'AudioContext',
    class {
      destination = {};
      createGain = wire;
      createChannelSplitter = wire;
      createChannelMerger = wire;
      createMediaElementSource = wire;
      close = async () => {};
    },
  );
  const client = makeQueryClient();
  client.setQueryData(keys.me, { id: 1, organisationId: 1, name: 'Sam', roles: [role] });
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '/recordings', component: Recordings });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/recordings'] }),
  });
  render(
    <Providers client={client}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return asked;
}
