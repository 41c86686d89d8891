import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AGES_AGO, agent, queue, serveAnew, server, show, ticket } from './testing';

// It draws on a canvas, which there is none of here: whether it had come by then was a matter of time.
vi.mock('./Trend', () => ({ default: () => null }));

beforeEach(serveAnew);

function queue(id: number, name: string, more: Partial<QueueState> = {}): QueueState {
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

function agent(id: number, name: string, more: Partial<AgentStatusRow> = {}): AgentStatusRow {
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

function ticket(id: number, more: Partial<TicketView> = {}): TicketView {
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

configure({ asyncUtilTimeout: 5_000 });

let server: Server;

function show(path: string) {
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

beforeEach(() => {
  server = new Server();
  network.answer = server.fetch;
});

describe('the board', { timeout: 20_000 }, () => {
  it('puts the queue in trouble first, and says what is wrong once', async () => {
    server.queues = [
      queue(1, 'Returns', { waiting: 7, oldestWaitingSince: AGES_AGO, longestWaitSeconds: 900 }),
      queue(2, 'Chat', { alarms: [{ kind: 'MIN_FREE_AGENTS', value: 0, threshold: 1 }] }),
    ];
    const { client } = show('/board');
    const table = await screen.findByTestId('queues');
    await within(table).findByText('Returns');
    expect(
      within(table)
        .getAllByRole('row')
        .map((row) => row.querySelector('a')?.textContent),
    ).toEqual([undefined, 'Chat', 'Returns']);
    expect(screen.getByTestId('alarm-news')).toHaveTextContent('Alarm in Chat: 0 free, at least 1 wanted.');
    server.queues = [queue(1, 'Returns'), queue(2, 'Chat')];
    await act(() => client.invalidateQueries({ queryKey: ['floor'] }));
    await waitFor(() =>
      expect(screen.getByTestId('alarm-news')).toHaveTextContent('The alarm in Chat is over.'),
    );
  });

  it('keeps what is looked for in the address', async () => {
    const { router, user } = show('/board');
    await screen.findByText('Chat');
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.keyboard('retu');
    await waitFor(() => expect(router.state.location.search).toEqual({ text: 'retu' }));
    expect(screen.queryByText('Chat')).not.toBeInTheDocument();
    expect(screen.getByText('Returns')).toBeInTheDocument();
  });

  it('finds tickets by words that only the server knows, closed ones too, and says why it finds none', async () => {
    server.sought = [ticket(5, { status: 'CLOSED' }), ticket(12)];
    const { user } = show('/board?view=tickets');
    await screen.findByText('#11');
    await user.type(screen.getByRole('searchbox'), 'warranty');
    await screen.findByText('#5');
    expect(screen.getByText('#12')).toBeInTheDocument();
    expect(screen.queryByText('#11')).not.toBeInTheDocument();
    expect(screen.getByText('Closed tickets are searched, too.')).toBeInTheDocument();
    server.sought = [];
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'guarantee');
    await screen.findByText(/No ticket has all of these words/);
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), '?!');
    await screen.findByText('Only letters and digits are looked for.');
  });

  it('changes a priority by keyboard alone, and takes it back', async () => {
    const { user } = show('/board?view=tickets');
    await screen.findByText('#11');
    act(() => screen.getByRole('checkbox', { name: 'Select ticket 11' }).focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('data-id', '12');
    await user.keyboard('p');
    expect(await screen.findByRole('dialog', { name: 'How urgent?' })).toBeInTheDocument();
    await user.type(screen.getByRole('combobox', { name: 'Search' }), 'urg{Enter}');
    expect(await screen.findByText('Ticket 12 is Urgent now.')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undone.')).toBeInTheDocument();
    expect(server.asked).toEqual([
      { method: 'PUT', path: '/tickets/12/priority', ifMatch: '"1"', body: { priority: 'URGENT' } },
      { method: 'PUT', path: '/tickets/12/priority', ifMatch: '"2"', body: { priority: 'NORMAL' } },
    ]);
  });

  it('moves many at once, and says which were refused and why', async () => {
    server.refusing.add(12);
    const { user } = show('/board?view=tickets');
    await user.click(await screen.findByRole('checkbox', { name: 'Select ticket 11' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(within(screen.getByRole('toolbar')).getByText('Move to a queue…'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('option', { name: 'Chat' }));
    expect(await screen.findByText('Ticket 11 is in Chat now.')).toBeInTheDocument();
    expect(screen.getByText('Ticket 12: The ticket is done.')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Select ticket 11' })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Select ticket 12' })).toBeChecked();
  });

  it('offers a ticket to those who can take it first, and says why not of the others', async () => {
    const { user } = show('/board?view=tickets');
    await screen.findByText('#11');
    act(() => screen.getByRole('checkbox', { name: 'Select ticket 11' }).focus());
    await user.keyboard('a');
    const dialog = within(await screen.findByRole('dialog'));
    const options = await dialog.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['ADAda0 of 1', 'BOBois away: Lunch']);
    expect(options[1]).toHaveAttribute('data-combobox-disabled', 'true');
    await user.click(dialog.getByRole('option', { name: /Ada/ }));
    expect(await screen.findByText('Ticket 11 is with Ada now.')).toBeInTheDocument();
    expect(server.asked).toEqual([
      { method: 'POST', path: '/tickets/11/assign', ifMatch: '"1"', body: { agentId: 1 } },
    ]);
  });

  it('marks what is held by somebody who is not there, and gives it back with one press', async () => {
    const held = (id: number) => ({
      id,
      status: 'IN_PROGRESS' as const,
      channel: 'CHAT' as const,
      priority: 'NORMAL' as const,
      queueId: 1,
    });
    server.agents = [
      agent(1, 'Ada', { tickets: [held(20)] }),
      agent(2, 'Bo', { presence: 'AWAY', goneSince: AGES_AGO, tickets: [held(21), held(22)] }),
    ];
    const { user } = show('/board');
    const bo = within(await screen.findByTestId('agent-2'));
    expect(bo.getByText(/Unattended for/)).toBeInTheDocument();
    expect(within(screen.getByTestId('agent-1')).queryByRole('button', { name: /back/ })).toBeNull();
    await user.click(await bo.findByRole('button', { name: 'Give ticket 22 back to its queue' }));
    expect(await screen.findByText('Ticket 22 waits in its queue again.')).toBeInTheDocument();
    await user.click(bo.getByRole('button', { name: 'Give all back' }));
    expect(await screen.findByText('2 tickets wait in their queues again.')).toBeInTheDocument();
    await waitFor(() => expect(bo.queryByText(/Unattended for/)).not.toBeInTheDocument());
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /tickets/22/release',
      'POST /agents/2/give-back',
    ]);
  });

  it('marks the tickets of somebody who is not there', async () => {
    server.agents = [agent(2, 'Bo', { presence: 'OFFLINE', goneSince: AGES_AGO })];
    server.tickets = [ticket(11, { status: 'IN_PROGRESS', agentId: 2 }), ticket(12)];
    show('/board?view=tickets');
    expect(await screen.findAllByRole('img', { name: 'Whoever has it is not there' })).toHaveLength(1);
  });

  it('sets the thresholds of a queue, of which empty ones raise nothing', async () => {
    const { user } = show('/board/queues/1');
    const most = await screen.findByLabelText('More tickets wait than');
    await user.clear(most);
    await user.type(screen.getByLabelText('Somebody waits longer than'), '90');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The alarms of Returns are set.')).toBeInTheDocument();
    expect(server.asked).toEqual([
      { method: 'PUT', path: '/queues/1/alarms', ifMatch: null, body: { maxWaitSeconds: 90 } },
    ]);
  });
});

describe('a choice', () => {
  const onChoose = vi.fn();
  const shown = (choices: Choice[]) => (
    <Providers client={makeQueryClient()}>
      <Choose title="Who?" choices={choices} onChoose={onChoose} onClose={() => {}} />
    </Providers>
  );
  const [ada, bo, cy] = ['Ada', 'Bo', 'Cy'].map((label) => ({ value: label, label })) as [
    Choice,
    Choice,
    Choice,
  ];

  beforeEach(() => onChoose.mockClear());

  it('takes the one that is marked, wherever it has moved meanwhile', async () => {
    const user = userEvent.setup();
    const { rerender } = render(shown([ada, bo]));
    await screen.findByRole('option', { name: 'Bo' });
    await user.keyboard('{ArrowDown}');
    rerender(shown([cy, ada, bo]));
    await screen.findByRole('option', { name: 'Cy' });
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith('Bo');
  });

  it('marks the first that can be chosen, as soon as there is one', async () => {
    const user = userEvent.setup();
    const { rerender } = render(shown([{ ...ada, disabled: true }]));
    await screen.findByRole('option', { name: 'Ada' });
    rerender(shown([{ ...ada, disabled: true }, bo]));
    await screen.findByRole('option', { name: 'Bo' });
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith('Bo');
  });
});

describe('what the board makes of figures and addresses', () => {
  it('orders queues by alarms, then who is stranded, then the target, then the wait', () => {
    const level = { answered: 9, answeredWithin: 5, abandoned: 0, targetPercent: 80, percent: 55 };
    const queues = [
      queue(1, 'calm'),
      queue(2, 'waits', { waiting: 1, longestWaitSeconds: 50 }),
      queue(3, 'late', { serviceLevel: level }),
      queue(4, 'stranded', { waiting: 1, free: 0 }),
      queue(5, 'alarmed', { alarms: [{ kind: 'MAX_WAITING', value: 3, threshold: 2 }] }),
    ];
    expect(queues.sort(byTrouble).map(({ name }) => name)).toEqual([
      'alarmed',
      'stranded',
      'late',
      'waits',
      'calm',
    ]);
  });

  it('finds tickets in the order in which they are served', () => {
    const tickets = [
      ticket(1, { openedAt: '2026-11-03T10:00:00Z' }),
      ticket(2, { openedAt: '2026-11-02T10:00:00Z', note: 'a broken lamp' }),
      ticket(3, { priority: 'HIGH', openedAt: '2026-11-04T10:00:00Z' }),
    ];
    expect(found(tickets, {}).map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(found(tickets, { text: 'LAMP' }).map(({ id }) => id)).toEqual([2]);
    const hits = [ticket(9, { priority: 'LOW' }), ticket(1)];
    expect(found(tickets, { text: 'lamp' }, hits).map(({ id }) => id)).toEqual([2, 9, 1]);
    expect(found(tickets, { text: 'lamp', priority: 'LOW' }, hits).map(({ id }) => id)).toEqual([9]);
  });

  it('ignores what makes no sense in an address', () => {
    expect(
      filtersOf({ view: 'x', text: 7, presence: 'GONE', queue: 'all', agent: '3', status: 'OPEN' }),
    ).toEqual({
      view: undefined,
      text: '7',
      presence: undefined,
      free: undefined,
      status: 'OPEN',
      queue: undefined,
      agent: 3,
      priority: undefined,
    });
  });

  it('reads a busy floor once for all who ask meanwhile, and once more for the last change', async () => {
    vi.useFakeTimers();
    const client = makeQueryClient();
    const again = vi.spyOn(client, 'invalidateQueries');
    let reads = 0;
    const read = paced(1_000, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ++reads;
    });
    const ask = () => read({ client, queryKey: ['floor'] });
    const first = ask();
    await vi.advanceTimersByTimeAsync(10);
    const [meanwhile, second] = [ask(), ask()];
    await vi.advanceTimersByTimeAsync(50);
    expect(await Promise.all([first, meanwhile, second])).toEqual([1, 1, 1]);
    expect(again).toHaveBeenCalledTimes(1);
    const third = ask();
    await vi.advanceTimersByTimeAsync(900);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await third).toBe(2);
    vi.useRealTimers();
  });

  it('reads the floor once more, as the first answer may be of a moment before', async () => {
    vi.useFakeTimers();
    let reads = 0;
    const queryFn = paced(1_000, async () => ++reads, 2);
    const leave = new QueryObserver(makeQueryClient(), { queryKey: ['floor'], queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(900);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reads).toBe(2);
    leave();
    vi.useRealTimers();
  });
});
