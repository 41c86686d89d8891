import { render } from '@testing-library/react';
import { Suspense } from 'react';
import { vi } from 'vitest';
import type {
  AgentView,
  AttendanceView,
  OfferView,
  ReplyView,
  TicketEventView,
  TicketView,
} from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { ADA, Talk } from '../tickets/conversation/testing';
import { Desk } from '.';

// The client keeps the fetch that it finds when it is loaded.
const door = vi.hoisted(() => {
  const opened = { answer: async (_request: Request): Promise<Response> => Response.error() };
  globalThis.fetch = (input) => opened.answer(input as Request);
  return opened;
});

// A whole page takes its time where other builds run beside it.

const ME = 7;
const NOW = '2026-11-21T12:00:00Z';

export function aTicket(id: number, more: Partial<TicketView> = {}): TicketView {
  return {
    id,
    groupId: 1,
    queueId: 1,
    channel: 'RETURN_CASE',
    status: 'IN_PROGRESS',
    priority: 'NORMAL',
    customerId: 100,
    conversationId: id,
    details: { customerName: `Customer of ${id}`, queueName: 'Returns', agentName: 'Ada Agent' },
    orderNumber: 'A-1001',
    agentId: ME,
    openedAt: NOW,
    updatedAt: NOW,
    tagIds: [],
    fields: {},
    nextSteps: ['RELEASE', 'PEND', 'RESOLVE', 'CANCEL'],
    version: 2,
    ...more,
  };
}

/** A contact centre in memory that answers as the server would. */
export class House {
  tickets: TicketView[] = [];
  /** What is found by words. */
  sought: TicketView[] = [];
  offers: OfferView[] = [];
  replies: ReplyView[] = [];
  events: TicketEventView[] = [];
  /** What is said about them. */
  readonly talk = new Talk();
  calls: { call: string; body: unknown; ifMatch: string | null }[] = [];
  /** What is answered instead of what is usual, by "POST /tickets/1/resolve". */
  refusals = new Map<string, { status: number; body: Record<string, unknown> }>();
  /** What is answered only once this is so. */
  slow = new Map<string, Promise<void>>();
  /** Nobody is asked anything where this is missing. */
  attendance: AttendanceView | undefined;
  agent: AgentView = {
    id: ME,
    name: 'Ada Agent',
    presence: 'AVAILABLE',
    presenceSince: NOW,
    capacity: 5,
    load: 0,
    idleSince: NOW,
    createdAt: NOW,
    version: 0,
  };

  called(call: string) {
    return this.calls.filter((each) => each.call === call);
  }

  open() {
    this.talk.me = ADA;
    door.answer = async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const text = await request.text();
      const call = `${request.method} ${pathname.replace('/api/v1', '')}`;
      const body = text ? JSON.parse(text) : undefined;
      this.calls.push({ call, body, ifMatch: request.headers.get('If-Match') });
      await this.slow.get(call);
      const refusal = this.refusals.get(call);
      if (refusal) {
        return Response.json(refusal.body, { status: refusal.status });
      }
      const said = await this.talk.answer(request, body);
      if (said) {
        return said;
      }
      const answer = this.answer(call, searchParams);
      return answer === undefined
        ? Response.json({ title: 'There is no such thing' }, { status: 404 })
        : Response.json(answer);
    };
  }

  private answer(call: string, query: URLSearchParams): unknown {
    const id = Number(/\/(\d+)/.exec(call)?.[1]);
    switch (call.replace(/\d+/, 'N')) {
      case 'GET /me':
        return { id: ME, organisationId: 1, name: 'Ada Agent', roles: ['agent'] };
      case 'GET /agents/N':
        return this.agent;
      case 'PUT /agents/N/presence':
        this.agent = { ...this.agent, ...(this.calls.at(-1)?.body as Partial<AgentView>) };
        return this.agent;
      case 'GET /attendance':
        return this.attendance;
      case 'GET /tickets':
        if (query.has('text')) {
          return { items: this.sought };
        }
        if (query.has('customerId')) {
          return { items: this.tickets };
        }
        return {
          items: this.tickets.filter((each) =>
            query.has('status')
              ? each.status === query.get('status') && each.agentId === Number(query.get('agentId'))
              : false,
          ),
        };
      case 'GET /tickets/N':
        return this.tickets.find((each) => each.id === id);
      case 'GET /tickets/N/events':
        return { items: this.events.filter((each) => each.ticketId === id) };
      case 'GET /me/calls':
      case 'GET /tickets/N/calls':
        return [];
      case 'GET /offers':
        return { items: this.offers.filter((each) => each.state === 'OFFERED') };
      case 'GET /offers/N':
        return this.offers.find((each) => each.id === id);
      case 'GET /saved-replies':
        return { items: this.replies };
      case 'POST /offers/N/accept': {
        const offer = this.offers.find((each) => each.id === id);
        this.offers = this.offers.filter((each) => each !== offer);
        this.change(offer?.ticketId ?? 0, { status: 'IN_PROGRESS' });
        return { ...offer, state: 'ACCEPTED' };
      }
      case 'POST /tickets/N/resolve':
        return this.change(id, { status: 'RESOLVED', nextSteps: ['REOPEN'], resolvedAt: NOW });
      case 'POST /tickets/N/pend':
        return this.change(id, { status: 'PENDING', nextSteps: ['RESUME'], ...this.pendedUntil() });
      case 'POST /tickets/N/merge':
        return this.change(id, { status: 'CANCELLED', nextSteps: [], mergedInto: 2 });
      case 'POST /tickets/N/split':
        return aTicket(3, { splitFrom: id, status: 'OPEN', agentId: null });
      default:
        return /^GET .*(decisions|queues|skills|reasons|orders|tags|ticket-fields)$/.test(call)
          ? { items: [] }
          : undefined;
    }
  }

  private pendedUntil(): Partial<TicketView> {
    const until = (this.calls.at(-1)?.body as { until?: string } | undefined)?.until;
    return until ? { pendingUntil: until } : {};
  }

  change(id: number, to: Partial<TicketView>): TicketView | undefined {
    this.tickets = this.tickets.map((each) =>
      each.id === id ? { ...each, ...to, version: each.version + 1 } : each,
    );
    return this.tickets.find((each) => each.id === id);
  }
}

/** The desk of an agent in a house; what the feed would say is told by `client`. */
export function showDesk() {
  const client = makeQueryClient();
  const shown = render(
    <Providers client={client}>
      <div id="header-extra" />
      <Suspense fallback={null}>
        <Desk />
      </Suspense>
    </Providers>,
  );
  return { ...shown, client, newsOfTickets: () => client.invalidateQueries() };
}
