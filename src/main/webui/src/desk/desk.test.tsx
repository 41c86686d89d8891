import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADA, CARLA } from '../tickets/conversation/testing';
import { aTicket, House, showDesk } from './testing';

let house: House;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  house = new House();
  house.tickets = [aTicket(1), aTicket(2)];
  house.open();
});

function field() {
  return screen.findByTestId('composer');
}

describe('Writing', () => {
  test('a draft outlives the page, belongs to its ticket, and is gone once sent', async () => {
    const user = userEvent.setup();
    const first = showDesk();
    await user.type(await field(), 'Half a sent');
    first.unmount();

    showDesk();
    expect(await field()).toHaveValue('Half a sent');
    await user.keyboard('2');
    await waitFor(async () => expect(await field()).toHaveValue(''));
    await user.keyboard('1');
    await waitFor(async () => expect(await field()).toHaveValue('Half a sent'));

    await user.type(await field(), 'ence.{Enter}');
    await waitFor(() => expect(house.talk.sent).toHaveLength(1));
    expect(house.talk.sent[0]).toMatchObject({ text: 'Half a sentence.', audience: 'PUBLIC' });
    await waitFor(async () => expect(await field()).toHaveValue(''));
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  test('R resolves by keyboard alone, for the version that was seen, and the next ticket follows', async () => {
    const user = userEvent.setup();
    showDesk();
    await field();
    await user.keyboard('r');
    const how = screen.getByRole('textbox', { name: 'How it was resolved' });
    expect(how).toHaveFocus();
    await user.keyboard('Refunded; a new one is sent.{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: '#2 Customer of 2' })).toBeInTheDocument();
    const [call] = house.called('POST /tickets/1/resolve');
    expect(call).toMatchObject({ body: { note: 'Refunded; a new one is sent.' }, ifMatch: '"2"' });
    expect(screen.queryByTestId('taken')).not.toBeInTheDocument();
  });

  test('what was said stands above, and what becomes of it beside it', async () => {
    const user = userEvent.setup();
    house.talk.says(CARLA, 'It is broken.', { conversationId: 1 });
    house.talk.says(ADA, 'The third one.', { conversationId: 1, audience: 'INTERNAL' });
    house.events = [
      {
        id: 1,
        ticketId: 1,
        type: 'OPENED',
        status: 'OPEN',
        note: 'It is broken.',
        at: '2026-11-21T11:00:00Z',
      },
      { id: 2, ticketId: 1, type: 'SAID', status: 'OPEN', note: 'Hello?', at: '2026-11-21T11:00:00Z' },
    ];
    showDesk();
    const thread = await screen.findByRole('region', { name: 'Conversation' });
    expect(await within(thread).findByText('It is broken.')).toBeInTheDocument();
    expect(within(thread).getByText('The third one.').closest('[data-internal]')).toBeInTheDocument();
    await user.keyboard('i');
    const history = within(await screen.findByRole('list', { name: 'History' }));
    expect(history.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      expect.stringContaining('Opened'),
    ]);
  });

  test('a message that is quoted is answered, and colleagues are told what colleagues said', async () => {
    const user = userEvent.setup();
    house.talk.says(CARLA, 'Which one?', { conversationId: 1 });
    house.talk.says({ ...ADA, id: 8, name: 'Ben' }, 'Ask Cleo.', { conversationId: 1, audience: 'INTERNAL' });
    showDesk();
    await user.click(await screen.findByRole('button', { name: /^Quote what Ben/ }));
    expect(screen.getByTestId('quoting')).toHaveTextContent('Ask Cleo.');
    await user.keyboard('She is away.{Enter}');
    await user.keyboard('{Escape}n');
    await user.click(screen.getByRole('button', { name: /^Quote what Carla/ }));
    await user.keyboard('The black one.{Enter}');
    await waitFor(() => expect(house.talk.sent).toHaveLength(2));
    expect(house.talk.sent).toMatchObject([
      { text: 'She is away.', audience: 'INTERNAL', replyTo: 2 },
      { text: 'The black one.', audience: 'PUBLIC', replyTo: 1 },
    ]);
    expect(screen.queryByTestId('quoting')).not.toBeInTheDocument();
  });

  test('a step that is taken while the last words are on their way follows them', async () => {
    const user = userEvent.setup();
    let arrive = () => {};
    house.slow.set('POST /conversations/1/messages', new Promise<void>((resolve) => (arrive = resolve)));
    showDesk();
    await user.type(await field(), 'It is refunded.{Enter}{Escape}');
    await user.keyboard('r');
    await user.type(
      screen.getByRole('textbox', { name: 'How it was resolved' }),
      'Refunded.{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}',
    );
    expect(house.called('POST /tickets/1/resolve')).toHaveLength(0);
    arrive();
    await waitFor(() => expect(house.called('POST /tickets/1/resolve')).toHaveLength(1));
    expect(await screen.findByRole('heading', { name: '#2 Customer of 2' })).toBeInTheDocument();
    expect(house.talk.sent).toHaveLength(1);
    expect(house.called('POST /tickets/1/resolve')).toMatchObject([{ body: { note: 'Refunded.' } }]);
  });

  test('who waits for an answer is seen on the tab and in the list', async () => {
    house.talk.says(CARLA, 'Hello?', { conversationId: 2 });
    house.talk.unansweredSince = new Date(Date.now() - 5000).toISOString();
    showDesk();
    await field();
    const row = within(await screen.findByTestId('ticket-2'));
    expect(await row.findByRole('img', { name: '1 unread message' })).toBeInTheDocument();
    expect(row.getByTestId('unanswered')).toHaveTextContent(/^0:\d\d$/);
  });

  test('C notes for colleagues what the customer does not read', async () => {
    const user = userEvent.setup();
    showDesk();
    await field();
    await user.keyboard('c');
    await user.keyboard('The third lamp this year.');
    expect(screen.getByText('Only colleagues read this.')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(house.talk.sent).toHaveLength(1));
    expect(house.talk.sent[0]).toMatchObject({ text: 'The third lamp this year.', audience: 'INTERNAL' });
    expect(screen.queryByTestId('taken')).not.toBeInTheDocument();
  });

  test('keys do nothing while somebody types', async () => {
    const user = userEvent.setup();
    showDesk();
    await user.type(await field(), 'rpl2?');
    expect(screen.getByTestId('composer')).toHaveValue('rpl2?');
    expect(screen.getByRole('heading', { name: '#1 Customer of 1' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('a change by somebody else is told, and the text is kept', async () => {
    const user = userEvent.setup();
    house.events = [{ id: 1, ticketId: 1, type: 'OPENED', status: 'OPEN', at: '2026-11-21T11:00:00Z' }];
    showDesk();
    await user.type(await field(), 'Dear Carla');
    house.refusals.set('POST /tickets/1/resolve', {
      status: 412,
      body: { type: 'urn:patchbay:problem:version-mismatch', title: 'Somebody changed it meanwhile' },
    });
    house.events.push({
      id: 2,
      ticketId: 1,
      type: 'PRIORITISED',
      status: 'IN_PROGRESS',
      actorId: 3,
      actorName: 'Sam Supervisor',
      note: 'URGENT',
      at: '2026-11-21T12:00:00Z',
    });
    await user.click(screen.getByRole('button', { name: 'Resolve' }));
    await user.type(await field(), 'Refunded');
    await user.click(screen.getByTestId('send'));
    const alert = await screen.findByRole('alert', { name: /changed the ticket just before you/ });
    expect(alert).toBeInTheDocument();
    expect(screen.getByTestId('composer')).toHaveValue('Refunded');
    expect((await screen.findAllByText('Priority set to Urgent by Sam Supervisor')).length).toBeGreaterThan(
      0,
    );
  });

  test('/ brings the saved replies, and Enter puts one in with what is known', async () => {
    const user = userEvent.setup();
    house.replies = [
      { id: 1, name: 'Sorry', text: 'I am sorry.', shared: true, version: 0 },
      {
        id: 2,
        name: 'Refund',
        text: 'Dear {customer.name}, refunded: {order.number}.',
        shared: false,
        version: 0,
      },
    ];
    showDesk();
    await field();
    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox', { name: 'Find a reply' }), 'refund');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByTestId('composer')).toHaveValue('Dear Customer of 1, refunded: A-1001.'),
    );
  });
});

describe('Several tickets', () => {
  test('are resolved together, in the order of the list, and leave the hands as if one by one', async () => {
    const user = userEvent.setup();
    house.tickets.push(aTicket(3, { status: 'PENDING', nextSteps: ['RESUME', 'RESOLVE', 'CANCEL'] }));
    house.refusals.set('POST /tickets/3/resolve', { status: 409, body: { detail: 'It is done.' } });
    showDesk();
    await field();
    await user.click(screen.getByRole('button', { name: 'Choose several' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(await screen.findByRole('button', { name: 'Resolve…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Resolve 3 tickets' }));
    await user.type(dialog.getByRole('textbox'), 'Refunded.');
    await user.click(dialog.getByRole('button', { name: 'Resolve' }));
    expect(await screen.findByText('Ticket 3: It is done.')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Select ticket 3' })).toBeChecked();
    expect(house.calls.filter(({ call }) => call.endsWith('/resolve'))).toEqual(
      [1, 2, 3].map((id) => ({
        call: `POST /tickets/${id}/resolve`,
        body: { note: 'Refunded.' },
        ifMatch: '"2"',
      })),
    );
    expect(screen.queryByTestId('taken')).not.toBeInTheDocument();
  });
});

describe('A ticket that is taken away', () => {
  test('says so, and what was written can still be copied', async () => {
    const user = userEvent.setup();
    const { newsOfTickets } = showDesk();
    await user.type(await field(), 'Nearly done');
    house.change(1, { status: 'OPEN', agentId: null, nextSteps: [] });
    await newsOfTickets();
    expect(await screen.findByRole('alert', { name: 'This ticket is no longer yours' })).toBeInTheDocument();
    const unsent = await screen.findByTestId('unsent');
    expect(unsent).toHaveTextContent('Nearly done');
    expect(within(unsent).getByRole('button', { name: 'Copy' })).toBeEnabled();
    expect(screen.queryByTestId('send')).not.toBeInTheDocument();
  });
});

describe('An offer', () => {
  beforeEach(() => {
    house.tickets.push(aTicket(3, { status: 'OFFERED', nextSteps: [] }));
    house.offers = [
      {
        id: 80,
        ticketId: 3,
        state: 'OFFERED',
        offeredAt: new Date().toISOString(),
        expiresAt: new Date(Date.now() + 20_000).toISOString(),
      },
    ];
  });

  test('is told aloud, counts down, and A takes it and opens its ticket', async () => {
    const user = userEvent.setup();
    showDesk();
    expect(await screen.findByText('Offered to you: Return, Customer of 3')).toBeInTheDocument();
    expect(await screen.findByRole('timer', { name: /^\d+ seconds left$/ })).toBeInTheDocument();
    await user.keyboard('a');
    expect(await screen.findByRole('heading', { name: '#3 Customer of 3' })).toBeInTheDocument();
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  test('that is lost says what became of it', async () => {
    const user = userEvent.setup();
    showDesk();
    await screen.findByRole('timer');
    house.refusals.set('POST /offers/80/accept', {
      status: 409,
      body: {
        type: 'urn:patchbay:problem:offer-gone',
        title: 'The offer is gone',
        currentStatus: 'IN_PROGRESS',
      },
    });
    house.offers = house.offers.map((offer) => ({ ...offer, state: 'EXPIRED' }));
    house.change(3, { status: 'IN_PROGRESS', agentId: 8 });
    await user.keyboard('a');
    expect(await screen.findByText('The offer of #3 is gone')).toBeInTheDocument();
    expect(screen.getByText(/not answered in time.*Somebody else has the ticket/)).toBeInTheDocument();
  });
});

test('? shows all keys, and they can be switched off for who speaks to the computer', async () => {
  const user = userEvent.setup();
  showDesk();
  await field();
  await user.keyboard('?');
  await user.click(await screen.findByLabelText(/^Keys are on/));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await user.keyboard('2');
  expect(screen.getByRole('heading', { name: '#1 Customer of 1' })).toBeInTheDocument();
});

describe('Finding', () => {
  test('words that only the server knows lead to what I hold and held', async () => {
    const user = userEvent.setup();
    house.tickets = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => aTicket(id));
    house.sought = [aTicket(3), aTicket(40, { status: 'RESOLVED', resolvedAt: '2026-11-21T11:00:00Z' })];
    showDesk();
    const search = await screen.findByRole('textbox', { name: 'Find a customer, order or number' });
    await user.type(search, 'warranty');
    expect(await screen.findByTestId('ticket-40')).toBeInTheDocument();
    expect(screen.getByTestId('ticket-3')).toBeInTheDocument();
    expect(screen.queryByTestId('ticket-4')).not.toBeInTheDocument();
    house.sought = [];
    await user.type(search, 'x');
    expect(await screen.findByText(/No ticket has all of these words/)).toBeInTheDocument();
  });
});
