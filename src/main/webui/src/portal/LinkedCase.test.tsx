import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeQueryClient, Providers } from '../app/Providers';
import { LinkedCase } from './LinkedCase';

interface Asked {
  what: string;
  link: string | null;
  body: Record<string, unknown>;
}

const ticket = {
  id: 7,
  conversationId: 7,
  channel: 'RETURN_CASE',
  status: 'RESOLVED',
  orderNumber: 'A-1',
  nextSteps: [],
};

const messages = [
  {
    number: 1,
    text: 'It is broken',
    choices: [],
    form: [],
    answer: {},
    attachments: [],
    at: '2026-11-30T10:00:00Z',
    author: { id: 3, customer: true, bot: false },
  },
  {
    number: 2,
    text: 'Which <b>bulb</b>?',
    choices: [
      { value: 'e27', label: 'E27' },
      { value: 'e14', label: 'E14' },
    ],
    form: [],
    answer: {},
    attachments: [{ id: 9, name: 'bulb.png', type: 'text/plain' }],
    at: '2026-11-30T10:01:00Z',
    author: { id: 4, name: 'Ada', customer: false, bot: false },
  },
];

// The client of the API keeps the fetch that it finds when it is made, so it must be ours before that.
const server = vi.hoisted(() => {
  const own = {
    asked: [] as Asked[],
    answer: (_: string): { status?: number; body?: unknown } => ({}),
  };
  globalThis.fetch = (async (request: Request) => {
    const text = await request.text();
    const what = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`;
    own.asked.push({ what, link: request.headers.get('Case-Link'), body: text ? JSON.parse(text) : {} });
    const { status = 200, body } = own.answer(what);
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status: body === undefined ? 204 : status,
      headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
    });
  }) as typeof fetch;
  return own;
});

function open() {
  server.asked = [];
  const root = createRootRoute({ component: Outlet });
  const page = createRoute({ getParentRoute: () => root, path: '/case', component: LinkedCase });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/case#1.7.3.20000.tag.seal'] }),
  });
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
}

const asked = (what: string) => server.asked.filter((each) => each.what === what);

afterEach(cleanup);

describe('the link of a mail about a case', () => {
  it('shows how it stands and what was said, and tells how far it was read', async () => {
    server.answer = answers();
    open();
    expect(await screen.findByText('Which <b>bulb</b>?')).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Download bulb.png' })).toBeDefined();
    expect(screen.getByText('Acme Lamps')).toBeDefined();
    await waitFor(() =>
      expect(asked('PUT /case/position')[0]?.body).toEqual({ readUpTo: 2, deliveredUpTo: 2 }),
    );
    expect(server.asked.every(({ link }) => link === '1.7.3.20000.tag.seal')).toBe(true);
  });

  it('takes an answer once, however often it is sent, and a rating', async () => {
    const user = userEvent.setup();
    server.answer = answers({ 'POST /case/messages': { status: 409, body: { title: 'Busy' } } });
    open();
    await user.type(await screen.findByLabelText('Your message'), 'E27');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Busy');
    server.answer = answers();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    const [first, second] = asked('POST /case/messages');
    expect(second?.body).toEqual(first?.body);
    await user.click(screen.getByRole('radio', { name: /4/ }));
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    await waitFor(() => expect(asked('PUT /case/rating')[0]?.body).toEqual({ score: 4 }));
  });

  it('chooses a button by the link', async () => {
    const user = userEvent.setup();
    server.answer = answers({ 'POST /case/messages/2/answer': { status: 201, body: messages[1] } });
    open();
    await user.click(await screen.findByRole('button', { name: 'E27' }));
    await waitFor(() => expect(asked('POST /case/messages/2/answer')[0]?.body).toEqual({ choice: 'e27' }));
    expect(server.asked.every(({ link }) => link === '1.7.3.20000.tag.seal')).toBe(true);
  });

  it('says that it is over, and no more', async () => {
    server.answer = () => ({
      status: 410,
      body: { type: 'urn:patchbay:problem:link-expired', status: 410, title: 'Over' },
    });
    open();
    expect(await screen.findByText('This link is over')).toBeDefined();
    expect(asked('GET /case/messages')).toEqual([]);
  });
});

function answers(others: Record<string, { status: number; body: unknown }> = {}) {
  const read = { organisation: 'Acme Lamps', conversationId: 7, ticket, expiresAt: '2027-02-28T00:00:00Z' };
  const usual: Record<string, { status?: number; body?: unknown }> = {
    'GET /case': { body: read },
    'GET /case/messages': { body: { items: messages, more: false } },
    'POST /case/messages': { status: 201, body: { ...messages[0], number: 3, text: 'E27' } },
    'PUT /case/rating': { body: { ...read, ticket: { ...ticket, rating: { score: 4 } } } },
    ...others,
  };
  return (what: string) => usual[what] ?? {};
}
