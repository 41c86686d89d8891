import { vi } from 'vitest';
import type {
  AgentStatusRow,
  CallOnFloor,
  FieldView,
  GroupView,
  QueueState,
  SavedViewDetails,
  TagView,
  TicketView,
} from '../api/schema';

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

/** A call that Ada has with Carl, who hears music and has a bad line, while Bo listens. */
export function call(id: number, ticketId: number): CallOnFloor {
  const leg = { mode: 'TALK', muted: false, camera: false, screen: false, joinedAt: AGES_AGO } as const;
  return {
    queueId: 1,
    agentId: 1,
    recorded: true,
    call: {
      id,
      ticketId,
      conversationId: ticketId,
      kind: 'VOICE',
      engine: 'MESH',
      state: 'ACTIVE',
      byCustomer: true,
      onHold: true,
      startedAt: AGES_AGO,
      answeredAt: AGES_AGO,
      legs: [
        { ...leg, id: 1, accountId: 50, name: 'Carl', role: 'CUSTOMER', mos: 1.5 },
        { ...leg, id: 2, accountId: 1, name: 'Ada', role: 'AGENT', mos: 4.4 },
        { ...leg, id: 3, accountId: 2, name: 'Bo', role: 'SUPERVISOR', mode: 'LISTEN' },
      ],
    },
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
    conversationId: id,
    details: { queueName: 'Returns', customerName: `Customer ${id}` },
    openedAt: AGES_AGO,
    waitingSince: AGES_AGO,
    updatedAt: AGES_AGO,
    tagIds: [],
    fields: {},
    nextSteps: ['ASSIGN', 'CANCEL'],
    version: 1,
    ...more,
  };
}

/** As much of the server as the board and the list of tickets talk to. */
class Server {
  queues: QueueState[] = [queue(1, 'Returns'), queue(2, 'Chat')];
  agents: AgentStatusRow[] = [agent(1, 'Ada'), agent(2, 'Bo', { presence: 'AWAY', reason: 'Lunch' })];
  tickets: TicketView[] = [ticket(11), ticket(12, { openedAt: '2026-11-02T10:00:00Z' })];
  calls: CallOnFloor[] = [];
  /** What is found by words. */
  sought: TicketView[] = [];
  tags: TagView[] = [];
  fields: FieldView[] = [];
  views: SavedViewDetails[] = [];
  groups: Partial<GroupView>[] = [{ id: 1, name: 'Acme' }];
  refusing = new Set<number>();
  /** How lists of tickets were asked for. */
  listed: string[] = [];
  asked: { method: string; path: string; ifMatch: string | null; body: unknown }[] = [];

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/v1', '');
    const text = await request.text();
    const body = text ? JSON.parse(text) : undefined;
    if (path.startsWith('/conversations/')) {
      return conversed(request.method, path);
    }
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
      this.listed.push(decodeURIComponent(searchParams.toString()));
      const states = searchParams.getAll('status');
      return page(this.tickets.filter(({ status }) => states.includes(status)));
    }
    if (path === '/ticket-views' && request.method === 'POST') {
      const view = { id: 9, mayChange: true, missing: [], version: 0, ...body } as SavedViewDetails;
      this.views = [...this.views, view];
      return json(view, 201);
    }
    if (things === 'ticket-views' && id) {
      this.views = this.views.filter((view) => view.id !== Number(id));
      if (request.method === 'PUT') {
        const view = { id: Number(id), mayChange: true, missing: [], version: 1, ...body };
        this.views = [...this.views, view as SavedViewDetails];
        return json(view);
      }
      return new Response(null, { status: 204 });
    }
    if (things === 'tickets' && id && !what && request.method === 'GET') {
      const one = this.tickets.find((each) => each.id === Number(id));
      return one ? json(one) : json({ status: 404, detail: 'There is no ticket.' }, 404);
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
      case '/floor/calls':
        return page(this.calls);
      case '/me':
        return json({ id: 90, name: 'Sam', roles: ['supervisor', 'agent'] });
      case '/queues':
        return page([
          { id: 1, name: 'Returns' },
          { id: 2, name: 'Chat' },
        ]);
      case '/tags':
        return page(this.tags);
      case '/ticket-fields':
        return page(this.fields);
      case '/ticket-views':
        return page(this.views);
      case '/agents':
        return page(this.agents);
      case '/groups':
        return page(this.groups);
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
      one.id === id ? { ...one, ...changeOf(one, what, body), version: one.version + 1 } : one,
    );
    return json(this.tickets.find((one) => one.id === id));
  }
}

function changeOf(one: TicketView, what: string, body: Record<string, never>): Partial<TicketView> {
  switch (what) {
    case 'tags': {
      const { add = [], remove = [] } = body as { add?: number[]; remove?: number[] };
      return { tagIds: [...one.tagIds.filter((id) => !remove.includes(id)), ...add] };
    }
    case 'fields':
      return { fields: { ...one.fields, ...(body as { fields?: object }).fields } };
    case 'priority':
    case 'queue':
    case 'group':
      return body;
    default:
      return {};
  }
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

function page(items: unknown[]): Response {
  return json({ items });
}

export let server: Server;

/** Each test begins with two queues, two agents and two tickets that wait. */
export function serveAnew(): void {
  server = new Server();
  network.answer = server.fetch;
}

/** Nothing was said yet. */
function conversed(method: string, path: string): Response {
  const [, , id, what] = path.split('/');
  if (method !== 'GET') {
    return new Response(null, { status: 204 });
  }
  return what === 'messages'
    ? json({ items: [], more: false })
    : json({ id: Number(id), ticketId: Number(id), lastNumber: 0, participants: [], activities: [] });
}
