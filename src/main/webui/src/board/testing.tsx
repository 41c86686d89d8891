import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { AgentStatusRow, QueueState, TicketView } from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { Board, BoardQueue } from '.';

/** The client of the API keeps the fetch that it finds when it is made. */
const network = vi.hoisted(() => {
  const hub = { answer: (_: Request): Promise<Response> => Promise.reject(new Error('no server')) };
  globalThis.fetch = ((request: Request) => hub.answer(request)) as typeof fetch;
  return hub;
});

export const AGES_AGO = '2026-11-01T10:00:00Z';

export function queue(id: number, name: string, more: Partial<QueueState> = {}): QueueState {
  return {
    id,
    name,
    waiting: 0,
    open: true,
    longestWaitSeconds: 0,
    offered: 0,
    inProgress: 0,
    pending: 0,
    serviceLevel: { answered: 0, answeredWithin: 0, abandoned: 0 },
    agents: { AVAILABLE: 1 },
    free: 1,
    alarms: [],
    ...more,
  };
}

export function agent(id: number, name: string, more: Partial<AgentStatusRow> = {}): AgentStatusRow {
  return {
    id,
    name,
    presence: 'AVAILABLE',
    presenceSince: AGES_AGO,
    capacity: 1,
    load: 0,
    tickets: [],
    ...more,
  };
}

export function ticket(id: number, more: Partial<TicketView> = {}): TicketView {
  return {
    id,
    groupId: 1,
    queueId: 1,
    channel: 'CHAT',
    status: 'OPEN',
    priority: 'NORMAL',
    customerId: 1,
    details: { queueName: 'Returns', customerName: `Customer ${id}` },
    openedAt: AGES_AGO,
    waitingSince: AGES_AGO,
    updatedAt: AGES_AGO,
    nextSteps: ['ASSIGN', 'CANCEL'],
    version: 1,
    ...more,
  };
}

/** As much of the server as the board talks to. */
class Server {
  queues: QueueState[] = [queue(1, 'Returns'), queue(2, 'Chat')];
  agents: AgentStatusRow[] = [agent(1, 'Ada'), agent(2, 'Bo', { presence: 'AWAY', reason: 'Lunch' })];
  tickets: TicketView[] = [ticket(11), ticket(12, { openedAt: '2026-11-02T10:00:00Z' })];
  /** What is found by words. */
  sought: TicketView[] = [];
  refusing = new Set<number>();
  asked: { method: string; path: string; ifMatch: string | null; body: unknown }[] = [];

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/v1', '');
    const text = await request.text();
    const body = text ? JSON.parse(text) : undefined;
    if (request.method !== 'GET') {
      this.asked.push({ method: request.method, path, ifMatch: request.headers.get('If-Match'), body });
    }
    const [, things, id, what] = path.split('/');
    if (path === '/floor') {
      const totals = { waiting: 2, offered: 0, inProgress: 0, pending: 0, agents: {}, free: 1 };
      return json({ at: new Date().toISOString(), queues: this.queues, totals });
    }
    if (path === '/tickets' && searchParams.has('text')) {
      return page(this.sought);
    }
    if (path === '/tickets') {
      return page(this.tickets.filter(({ status }) => status === searchParams.get('status')));
    }
    if (things === 'tickets' && request.method !== 'GET') {
      return this.change(Number(id), what ?? '', body as Record<string, never>);
    }
    switch (path) {
      case '/agents/2/give-back':
        this.agents = this.agents.map((one) => (one.id === 2 ? { ...one, tickets: [] } : one));
        return json({ tickets: [21, 22] });
      case '/floor/agents':
        return page(this.agents);
      case '/queues':
        return page([
          { id: 1, name: 'Returns' },
          { id: 2, name: 'Chat' },
        ]);
      case '/groups':
        return page([{ id: 1, name: 'Acme' }]);
      case '/presence-reasons':
        return page([{ id: 3, name: 'Lunch' }]);
      case '/queues/1/alarms':
        return json({ maxWaiting: 5 });
      default:
        return page([]);
    }
  };

  private change(id: number, what: string, body: Record<string, never>): Response {
    if (this.refusing.has(id)) {
      return json({ status: 409, detail: 'The ticket is done.' }, 409);
    }
    this.tickets = this.tickets.map((one) =>
      one.id === id
        ? { ...one, ...(['priority', 'queue', 'group'].includes(what) && body), version: one.version + 1 }
        : one,
    );
    return json(this.tickets.find((one) => one.id === id));
  }
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function page(items: unknown[]): Response {
  return json({ items });
}

export let server: Server;

/** Opens the board, or a queue of it. */
export function show(path: string) {
  const root = createRootRoute();
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/board', component: Board }),
    createRoute({ getParentRoute: () => root, path: '/board/queues/$queueId', component: BoardQueue }),
  ];
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren(routes), history });
  const client = makeQueryClient();
  render(
    <Providers client={client}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return { router, client, user: userEvent.setup() };
}

/** Each test begins with two queues, two agents and two tickets that wait. */
export function serveAnew(): void {
  server = new Server();
  network.answer = server.fetch;
}
