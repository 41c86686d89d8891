import './words';
import type { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import type {
  BeginningView,
  OrderView,
  TicketEventView,
  TicketStatus,
  TicketView,
  WaitView,
} from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { meQuery } from '../app/session';
import { Talk } from '../tickets/conversation/testing';
import { CustomersPages } from './CustomersPages';
import type { Place } from './places';

export const carla = { id: 10, organisationId: 1, name: 'Carla Customer', roles: ['customer'] };
export const lamp = order('A-1001', 'Desk lamp');
export const chair = order('A-1002', 'Office chair');

export function order(number: string, product: string): OrderView {
  return {
    id: Number(number.slice(2)),
    number,
    customerId: 12,
    groupId: 1,
    product,
    quantity: 1,
    amount: 49.9,
    currency: 'EUR',
    orderedAt: '2026-11-02T09:30:00Z',
    version: 0,
  };
}

export function ticket(id: number, status: TicketStatus, more: Partial<TicketView> = {}): TicketView {
  const steps: Partial<Record<TicketStatus, TicketView['nextSteps']>> = {
    OPEN: ['ASSIGN', 'CANCEL'],
    IN_PROGRESS: ['RESOLVE', 'CANCEL'],
    PENDING: ['RESUME', 'CANCEL'],
    RESOLVED: ['REOPEN', 'CLOSE'],
  };
  return {
    id,
    groupId: 1,
    queueId: 1,
    channel: 'RETURN_CASE',
    status,
    reason: 'DAMAGED',
    priority: 'NORMAL',
    customerId: 12,
    conversationId: id,
    orderNumber: lamp.number,
    openedAt: '2026-11-20T09:00:00Z',
    updatedAt: '2026-11-20T09:00:00Z',
    tagIds: [],
    fields: {},
    nextSteps: steps[status] ?? [],
    version: 0,
    details: { queueName: 'Returns', order: lamp },
    ...more,
  };
}

/** What a request tells where Ada has it. */
export const withAda = { agentId: 7, details: { queueName: 'Returns', agentName: 'Ada', order: lamp } };

type Happened = Partial<TicketEventView> & Pick<TicketEventView, 'type' | 'status'>;

// Builds share their machine with others.

// The client of the API keeps the `fetch` that it found when it was loaded.
const server = vi.hoisted(() => {
  const answers: { by?: (request: Request) => Promise<Response> } = {};
  globalThis.fetch = (request) =>
    answers.by?.(request as Request) ?? Promise.reject(new TypeError('no server'));
  return answers;
});

/** What the server answers, kept by a test. */
export class Shop {
  /** Who is signed in. */
  me?: typeof carla;
  orders: OrderView[] = [];
  /** How long chats wait. */
  wait: WaitView = {};
  /** How chats begin. */
  beginning: BeginningView = { now: 'OPEN', questions: [] };
  /** How many orders a page has. */
  page = 100;
  tickets: TicketView[] = [];
  events: TicketEventView[] = [];
  /** Requests that change something, in their order. */
  /** What is said about them. */
  readonly talk = new Talk();
  readonly changes: { path: string; key: string | null; body: Record<string, unknown> }[] = [];
  /** What the next changes are answered with instead: a problem, or a broken connection. */
  refusals: (({ status: number; type: string } & Record<string, unknown>) | 'broken')[] = [];
  private readonly answered = new Map<string, TicketView>();

  constructor() {
    server.by = (request) => this.answer(request);
  }

  happened(...events: Happened[]): void {
    this.events = events.map((event, index) => ({
      id: index + 1,
      ticketId: this.tickets[0]?.id ?? 0,
      at: '2026-11-20T09:00:00Z',
      ...event,
    }));
  }

  private async answer(request: Request): Promise<Response> {
    if (typeof request === 'string') {
      return json(401, {});
    }
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace('/api/v1', '');
    const text = request.method === 'GET' ? '' : await request.text();
    if (path.endsWith('/ask-for-person')) {
      this.wait = { position: 1 };
      return new Response(null, { status: 204 });
    }
    const talked = await this.talk.answer(request, text ? JSON.parse(text) : undefined);
    if (talked) {
      // Whoever writes resumes what waits for them.
      const [asked] = this.tickets;
      if (request.method === 'POST' && talked.ok && asked?.status === 'PENDING') {
        this.tickets = [ticket(asked.id, 'OPEN')];
      }
      return talked;
    }
    if (request.method === 'GET') {
      if (path === '/tickets' && searchParams.has('text')) {
        return json(200, {
          items: this.tickets.filter(({ note }) => note?.includes(searchParams.get('text') ?? '')),
        });
      }
      return path === '/orders' ? this.list(searchParams) : this.read(path);
    }
    const key = request.headers.get('Idempotency-Key');
    const body = JSON.parse(text);
    this.changes.push({ path, key, body });
    const refusal = this.refusals.shift();
    if (refusal === 'broken') {
      throw new TypeError('Failed to fetch');
    }
    return refusal
      ? json(refusal.status, refusal)
      : json(200, path.startsWith('/auth') ? {} : this.change(path, key, body));
  }

  private read(path: string): Response {
    const [, kind, id, part] = path.split('/');
    if (kind === 'me' && id === 'chat-form') {
      return json(200, this.beginning);
    }
    if (kind === 'me' && id === 'call-kinds') {
      return json(200, ['VOICE', 'VIDEO']);
    }
    if (part === 'calls' || (kind === 'me' && id === 'calls')) {
      return json(200, []);
    }
    if (kind === 'me') {
      return this.me ? json(200, this.me) : json(401, { status: 401, detail: 'Sign in first.' });
    }
    if (kind === 'auth') {
      return json(200, { password: true, signUp: true, visitors: true });
    }
    if (!id) {
      return json(200, { items: this.tickets });
    }
    if (part === 'wait') {
      return json(200, this.wait);
    }
    const found = this.tickets.find((each) => each.id === Number(id));
    return found
      ? json(200, part === 'events' ? { items: this.events } : found)
      : json(404, {
          type: 'urn:patchbay:problem:not-found',
          status: 404,
          detail: 'There is no such ticket.',
        });
  }

  private list(query: URLSearchParams): Response {
    const found = this.orders.filter(({ number, product }) =>
      `${number} ${product}`.includes(query.get('text') ?? ''),
    );
    const from = Number(query.get('after') ?? 0);
    const end = from + this.page;
    return json(200, { items: found.slice(from, end), ...(end < found.length && { next: String(end) }) });
  }

  private change(path: string, key: string | null, body: Record<string, unknown>): TicketView {
    const [, , id, step] = path.split('/');
    const before = this.tickets.find((each) => each.id === Number(id));
    if (!before) {
      const made =
        this.answered.get(key ?? '') ?? ticket(4711, 'OPEN', { orderNumber: String(body.orderNumber) });
      this.answered.set(key ?? '', made);
      this.tickets = [made];
      return made;
    }
    const changed =
      step === 'rating'
        ? {
            ...before,
            rating: { ratedAt: '2026-11-20T09:00:00Z', ...body } as NonNullable<TicketView['rating']>,
          }
        : ticket(before.id, step === 'cancel' ? 'CANCELLED' : 'OPEN');
    this.tickets = [changed];
    return changed;
  }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
}

/** What Carla sees; `went` tells where links led her. */
export function seenByCarla(page: ReactElement) {
  const client: QueryClient = makeQueryClient();
  client.setQueryData(meQuery.queryKey, carla);
  const went: (Place | undefined)[] = [];
  const { unmount: leave } = render(
    <Providers client={client}>
      <CustomersPages
        places={{
          hrefOf: (place) =>
            typeof place === 'number' ? `/my/tickets/${place}` : place ? '/my/chat' : '/my',
          go: (place) => went.push(place),
        }}
      >
        {page}
      </CustomersPages>
    </Providers>,
  );
  return { client, went, leave };
}
