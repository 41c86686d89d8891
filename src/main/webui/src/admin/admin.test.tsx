import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open, serve } from './testing';
// Loaded before the tests begin, as they are measured; after the network, which they would miss.
import './access';
import './accounts';
import './attendance';
import './calls';
import './chats';
import './mails';
import './names';
import './queues';

function keptQueue(before: { name: string; version: number }) {
  const queue = {
    id: 7,
    distribution: 'LONGEST_IDLE',
    priority: 5,
    wrapUpSeconds: 0,
    isDefault: false,
    createdAt: '2026-11-21T09:00:00Z',
    ...before,
  };
  const asked = serve({
    'GET /queues/7': () => ({ body: queue }),
    'GET /queues': () => ({ body: { items: [queue] } }),
    'GET /queues/7/members': () => ({ body: [] }),
    'GET /queues/7/alarms': () => ({ body: {} }),
    'GET /agents': () => ({ body: { items: [] } }),
    'GET /groups': () => ({ body: { items: [] } }),
    'GET /business-hours': () => ({ body: { items: [] } }),
    'PUT /queues/7': ({ headers, body }) => {
      if (headers.get('If-Match') !== `"${queue.version}"`) {
        return { status: 412, body: { title: 'Somebody changed it meanwhile' } };
      }
      Object.assign(queue, body, { version: queue.version + 1 });
      return { body: { ...queue } };
    },
  });
  return { queue, asked };
}

describe('the administration', () => {
  it('finds a setting by what people may call it', async () => {
    const user = userEvent.setup();
    serve({});
    open('/admin');
    await user.type(await screen.findByRole('searchbox', { name: 'Find a setting' }), 'csv');
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      expect.stringContaining('Orders'),
    ]);
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'xyzzy');
    expect(screen.getByRole('status')).toHaveTextContent('No setting is called that.');
  }, 90_000);

  it('tries again what was given up', async () => {
    const user = userEvent.setup();
    const mail = { id: 17, kind: 'MAIL', lane: '4711', attempts: 8, createdAt: '2026-11-30T09:00:00Z' };
    const problem = 'The mail server does not answer.';
    const asked = serve({
      'GET /deliveries': () => ({ body: { items: [{ ...mail, state: 'PARKED', problem }] } }),
      'POST /deliveries/17/retry': () => ({ body: { ...mail, state: 'WAITING', attempts: 0 } }),
    });
    open('/admin/undelivered');
    expect(await screen.findByText(problem)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Mail about 4711' })).toHaveAttribute(
      'href',
      '/board/tickets/4711',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain('POST /deliveries/17/retry'),
    );
  }, 90_000);

  it('asks before a chat what an admin wants to know, in their order', async () => {
    const user = userEvent.setup();
    const asked = serve({
      'GET /chat-form': () => ({ body: { questions: [], version: 0 } }),
      'GET /ticket-fields': () => ({
        body: {
          items: [{ id: 4, key: 'topic', label: 'Topic', type: 'CHOICE', options: ['A'], archived: false }],
        },
      }),
      'PUT /chat-form': ({ body }) => ({ body: { ...(body as object), version: 1 } }),
    });
    open('/admin/chat-form');
    await user.type((await screen.findAllByLabelText('In English'))[0] as HTMLElement, 'Hello');
    await user.click(screen.getByRole('button', { name: 'Add a question' }));
    await user.click(screen.getByRole('button', { name: 'Add a question' }));
    await user.selectOptions(
      within(screen.getByRole('group', { name: 'Question 2' })).getByLabelText('It asks for'),
      'Field: Topic',
    );
    await user.click(
      within(screen.getByRole('group', { name: 'Question 2' })).getByRole('switch', {
        name: 'Must be answered',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Question 2 up' }));
    await user.click(screen.getByRole('button', { name: /Save/ }));
    await waitFor(() => expect(asked.map(({ method }) => method)).toContain('PUT'));
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      greeting: { en: 'Hello' },
      questions: [
        { asks: 'FIELD', field: 'topic', required: true },
        { asks: 'NAME', required: false },
      ],
    });
  }, 90_000);

  it('shows a field’s complaint beside the field', async () => {
    const user = userEvent.setup();
    serve({
      'GET /skills': () => ({ body: { items: [] } }),
      'POST /skills': () => ({
        status: 400,
        body: {
          title: 'The request breaks a rule',
          violations: [{ field: 'name', message: 'must not be blank' }],
        },
      }),
    });
    open('/admin/skills');
    await user.click((await screen.findAllByRole('button', { name: 'New skill' }))[0] as Element);
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /Name/ })).toHaveAccessibleDescription('must not be blank'),
    );
  }, 90_000);

  it('sends a link for a new password to where the admin says', async () => {
    const user = userEvent.setup();
    const account = {
      id: 7,
      username: 'ada',
      name: 'Ada Agent',
      email: 'ada@acme.example',
      roles: ['agent'],
      createdAt: '2026-11-21T09:00:00Z',
    };
    const asked = serve({
      'GET /accounts': () => ({ body: { items: [account] } }),
      'POST /accounts/7/password-link': () => ({}),
    });
    open('/admin/accounts');
    await user.click(await screen.findByRole('button', { name: /Ada Agent/ }));
    await user.click(await screen.findByText('Send a password link'));
    const address = await screen.findByRole('textbox', { name: /E-mail/ });
    expect(address).toHaveValue('ada@acme.example');
    await user.clear(address);
    await user.type(address, 'ada@home.example');
    await user.click(screen.getByRole('button', { name: 'Send a password link' }));
    await waitFor(() =>
      expect(asked.find((each) => each.path.endsWith('/password-link'))?.body).toEqual({
        email: 'ada@home.example',
      }),
    );
  }, 90_000);

  it('loses nobody’s change: who saves later is told, and may keep theirs', async () => {
    const user = userEvent.setup();
    const { queue } = keptQueue({ name: 'Returns', version: 1 });
    open('/admin/queues/7');
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    await user.clear(name);
    await user.type(name, 'Mine');
    Object.assign(queue, { name: 'Theirs', version: 2 });
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    const conflict = await screen.findByRole('alert');
    expect(conflict).toHaveTextContent('Somebody else changed this meanwhile');
    expect(within(conflict).getByRole('row', { name: /Name Theirs Mine/ })).toBeInTheDocument();
    expect(queue.name).toBe('Theirs');
    await user.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Mine' })).toBeInTheDocument();
    expect(queue).toMatchObject({ name: 'Mine', version: 3 });
  }, 90_000);

  it('says after which time what nobody attends to goes back, and leaves the rest as it is', async () => {
    const user = userEvent.setup();
    const rules = { askAfterSeconds: 900, answerWithinSeconds: 60, version: 0 };
    const asked = serve({
      'GET /attendance': () => ({ body: rules }),
      'PUT /attendance': ({ body }) => ({ body: { ...(body as object), version: 1 } }),
    });
    open('/admin/attendance');
    const ask = await screen.findByRole('textbox', { name: 'Ask after' });
    expect(ask).toHaveValue('15');
    await user.type(screen.getByRole('textbox', { name: 'Give back after' }), '600');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1));
    const [saved] = asked.filter(({ method }) => method === 'PUT');
    expect(saved?.headers.get('If-Match')).toBe('"0"');
    expect(saved?.body).toEqual({ askAfterSeconds: 900, answerWithinSeconds: 60, returnAfterSeconds: 600 });
  }, 90_000);

  it('says whether agents see who listens to their calls', async () => {
    const user = userEvent.setup();
    const asked = serve({
      'GET /call-setting': () => ({ body: { voice: true, video: false, listenersShown: false, version: 2 } }),
      'PUT /call-setting': ({ body }) => ({ body: { ...(body as object), version: 3 } }),
    });
    open('/admin/calls');
    await user.click(await screen.findByRole('switch', { name: /^Agents see who listens/ }));
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1));
    const [saved] = asked.filter(({ method }) => method === 'PUT');
    expect(saved?.headers.get('If-Match')).toBe('"2"');
    expect(saved?.body).toEqual({ voice: true, video: false, listenersShown: true });
  }, 90_000);

  it('erases a customer once their name was typed, and tells how far that is', async () => {
    const user = userEvent.setup();
    const customer = {
      id: 12,
      name: 'Carla',
      email: 'carla@example.org',
      emails: [{ address: 'carla@example.org' }],
      phones: [],
      postalAddresses: [],
      tagIds: [],
      attributes: {},
      version: 0,
    };
    let erased = false;
    const erasure = { customerId: 12, requestedBy: 1, tickets: 3, orders: 1, auditEntries: 9 };
    const asked = serve({
      'GET /customers/12': () => ({
        body: erased ? { ...customer, name: 'erased-12', erasedAt: '2026-11-29T09:00:00Z' } : customer,
      }),
      'GET /customers/12/erasure': () => ({
        body: { ...erasure, state: 'DONE', doneAt: '2026-11-29T09:00:01Z' },
      }),
      'POST /customers/12/erasure': () => {
        erased = true;
        return { status: 202, body: { ...erasure, state: 'RUNNING' } };
      },
      'GET /orders': () => ({ body: { items: [] } }),
      'GET /groups': () => ({ body: { items: [] } }),
    });
    open('/admin/customers/12');
    await user.click(await screen.findByRole('button', { name: 'Erase' }));
    const dialog = await screen.findByRole('dialog', { name: 'Erase Carla?' });
    const sure = within(dialog).getByRole('button', { name: 'Erase' });
    expect(sure).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Type Carla to confirm' }), 'Carl');
    expect(sure).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Type Carla to confirm' }), 'a');
    await user.click(within(dialog).getByRole('checkbox', { name: /^Cancel their live tickets/ }));
    await user.click(sure);
    expect(await screen.findByText(/^Erased on/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1, name: 'Erased customer 12' })).toBeInTheDocument();
    expect(screen.getByText(/what was said in 3 tickets, the number of 1 order/)).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ cancelTickets: true });
    expect(screen.queryByRole('button', { name: 'Erase' })).not.toBeInTheDocument();
  }, 90_000);

  it('asks before changes are lost by leaving', async () => {
    const user = userEvent.setup();
    keptQueue({ name: 'Returns', version: 1 });
    const { router } = open('/admin/queues/7');
    await user.type(await screen.findByRole('textbox', { name: /^Name/ }), '!');
    await user.click(screen.getAllByRole('link', { name: /Queues/ })[0] as Element);
    await user.click(await screen.findByRole('button', { name: 'Stay here' }));
    expect(router.state.location.pathname).toBe('/admin/queues/7');
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('Returns!');
  }, 90_000);

  it('shows the secret of an API client once, and closes only when it is kept', async () => {
    const user = userEvent.setup();
    serve({
      'GET /api-clients': () => ({ body: { items: [] } }),
      'POST /api-clients': () => ({
        status: 201,
        body: {
          id: 1,
          name: 'Shop',
          clientId: 'c-1',
          clientSecret: 'k3Jq',
          scopes: ['orders:write'],
          createdAt: '2026-11-21T09:00:00Z',
        },
      }),
    });
    open('/admin/api-clients');
    await user.click((await screen.findAllByRole('button', { name: 'New API client' }))[0] as Element);
    await user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Shop');
    await user.click(screen.getByRole('checkbox', { name: 'orders: change' }));
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByRole('group', { name: 'Secret' })).toHaveTextContent('k3Jq');
    expect(screen.getByRole('button', { name: 'Done' })).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(screen.getByText('k3Jq')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'I have kept it safely' }));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByText('k3Jq')).not.toBeInTheDocument());
  }, 90_000);

  it('shows the secret of the shop once', async () => {
    const user = userEvent.setup();
    const kept: unknown[] = [];
    serve({
      'GET /organisations/1/widget': () => ({ body: { origins: [], visitors: true } }),
      'GET /organisations/1/identity-keys': () => ({ body: kept }),
      'POST /organisations/1/identity-keys': ({ body }) => {
        const key = { id: 3, beginning: 'kX4a', createdAt: '2026-11-30T09:00:00Z', ...(body as object) };
        kept.push(key);
        return { status: 201, body: { ...key, secret: 'kX4a-and-the-rest' } };
      },
      'DELETE /organisations/1/identity-keys/3': () => {
        kept.length = 0;
        return { status: 204 };
      },
    });
    open('/admin/widget');
    await user.click(await screen.findByRole('button', { name: 'New secret' }));
    expect(await screen.findByText('kX4a-and-the-rest')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Delete: kX4a…' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/nobody is identified by the shop/)).toBeVisible();
    expect(screen.queryByText('kX4a-and-the-rest')).toBeNull();
  });
});
