import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import { chair, lamp, order, Shop, seenByCarla, ticket, withAda } from './customer.testing';
import { Home } from './Home';

describe('the start of a customer', () => {
  let shop: Shop;
  const user = userEvent.setup({ delay: null });

  beforeEach(() => {
    localStorage.clear();
    shop = new Shop();
    shop.orders = [lamp, chair];
  });

  async function openReport(product: string) {
    await user.click(await screen.findByRole('button', { name: `Report a return of ${product}` }));
    return screen.findByRole('dialog');
  }

  it('offers a report for each order, and leads to the request of one that has it', async () => {
    shop.tickets = [ticket(7, 'IN_PROGRESS', { ...withAda, orderNumber: chair.number })];
    const { went } = seenByCarla(<Home />);
    await screen.findByRole('button', { name: 'Report a return of Desk lamp' });
    const seen = await screen.findByRole('link', { name: 'See your request about Office chair' });
    expect(screen.queryByRole('button', { name: /Office chair/ })).not.toBeInTheDocument();
    await user.click(seen);
    expect(went).toEqual([7]);
    expect(screen.getByTestId('request')).toHaveTextContent('Ada is working on it');
  });

  it('shows first what waits for the customer', async () => {
    shop.tickets = [ticket(9, 'OPEN', { orderNumber: chair.number }), ticket(8, 'PENDING')];
    seenByCarla(<Home />);
    const cards = await screen.findAllByTestId('request');
    expect(cards[0]).toHaveTextContent('We need your answer');
    expect(cards[1]).toHaveTextContent('Waiting for somebody free');
  });

  it('finds one of many requests by words, and says where it finds none', async () => {
    shop.tickets = [1, 2, 3, 4, 5, 6, 7].map((id) => ticket(id, 'CLOSED', { note: `word${id}` }));
    seenByCarla(<Home />);
    const field = await screen.findByRole('searchbox', { name: 'Find a request by what was said' });
    await user.type(field, 'word3');
    await waitFor(() => expect(screen.getAllByTestId('request')).toHaveLength(1));
    expect(screen.getByRole('region', { name: 'Found' })).toBeInTheDocument();
    await user.type(field, 'x');
    await screen.findByText(/No request has all of these words/);
    await user.clear(field);
    await waitFor(() => expect(screen.getAllByTestId('request')).toHaveLength(7));
  });

  it('takes a report once, though the connection breaks and the button is pressed twice', async () => {
    const { went } = seenByCarla(<Home />);
    const dialog = await openReport('Desk lamp');
    await user.click(within(dialog).getByRole('radio', { name: 'It is damaged' }));
    await user.type(within(dialog).getByLabelText('A few words'), '  A crack. ');
    shop.refusals = ['broken'];
    await user.dblClick(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.changes).toHaveLength(2);
    expect(new Set(shop.changes.map((change) => change.key)).size).toBe(1);
    expect(shop.changes[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(shop.changes[0]?.body).toEqual({ orderNumber: 'A-1001', reason: 'DAMAGED', note: 'A crack.' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('keeps the words of a report that was closed unsent, for its order', async () => {
    seenByCarla(<Home />);
    const dialog = await openReport('Desk lamp');
    await user.type(within(dialog).getByLabelText('A few words'), 'A crack.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(within(await openReport('Desk lamp')).getByLabelText('A few words')).toHaveValue('A crack.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(within(await openReport('Office chair')).getByLabelText('A few words')).toHaveValue('');
  });

  it('can be used by keyboard alone, and says what is missing', async () => {
    const { went } = seenByCarla(<Home />);
    (await screen.findByRole('button', { name: 'Report a return of Desk lamp' })).focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Send' }).focus();
    await user.keyboard('{Enter}');
    expect(within(dialog).getByText('Choose what is wrong.')).toBeVisible();
    expect(within(dialog).getByRole('radio', { name: 'It is damaged' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    within(dialog).getByRole('button', { name: 'Send' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.changes[0]?.body).toMatchObject({ reason: 'WRONG_ITEM', note: null });
  });

  it('leads to the request that the order got meanwhile', async () => {
    const { went } = seenByCarla(<Home />);
    const dialog = await openReport('Desk lamp');
    await user.click(within(dialog).getByRole('radio', { name: 'It is damaged' }));
    shop.refusals = [
      { status: 409, type: 'urn:patchbay:problem:live-ticket-exists', ticket: '/api/v1/tickets/4712' },
    ];
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    await user.click(within(await within(dialog).findByRole('alert')).getByRole('link'));
    expect(went).toEqual([4712]);
  });

  it('uses another key for what was changed after a refusal', async () => {
    seenByCarla(<Home />);
    const dialog = await openReport('Desk lamp');
    await user.click(within(dialog).getByRole('radio', { name: 'It is damaged' }));
    shop.refusals = [
      { status: 409, type: 'urn:patchbay:problem:queue-refuses', opensAt: '2026-11-23T08:00:00Z' },
    ];
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(/We are closed right now.*2026/);
    await user.click(within(dialog).getByRole('radio', { name: 'Something else' }));
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(shop.changes).toHaveLength(2));
    expect(shop.changes[0]?.key).not.toBe(shop.changes[1]?.key);
  });

  it('shows orders as they come, the newest first, and reads more', async () => {
    shop.orders = [chair, lamp];
    shop.page = 1;
    seenByCarla(<Home />);
    expect(await screen.findByTestId('order')).toHaveTextContent('Office chair');
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(screen.getAllByTestId('order')).toHaveLength(2));
    expect(screen.getAllByTestId('order')[1]).toHaveTextContent('Desk lamp');
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('finds an old order to report, and keeps in sight what was chosen', async () => {
    shop.orders = [chair, order('A-1003', 'Shelf'), lamp];
    shop.page = 1;
    const { went } = seenByCarla(<Home />);
    await screen.findByTestId('order');
    await user.click(screen.getAllByRole('button', { name: 'Report a return' })[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('button', { name: 'Show more' }));
    expect(await within(dialog).findByRole('radio', { name: /Shelf/ })).toBeVisible();
    await user.type(within(dialog).getByRole('searchbox'), '1001');
    await user.click(await within(dialog).findByRole('radio', { name: /Desk lamp/ }));
    await user.clear(within(dialog).getByRole('searchbox'));
    await user.type(within(dialog).getByRole('searchbox'), 'nothing');
    await waitFor(() =>
      expect(within(dialog).queryByRole('radio', { name: /chair/ })).not.toBeInTheDocument(),
    );
    expect(within(dialog).getByRole('radio', { name: /Desk lamp/ })).toBeChecked();
    await user.click(within(dialog).getByRole('radio', { name: 'It is damaged' }));
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.changes[0]?.body).toMatchObject({ orderNumber: 'A-1001' });
  });

  it('tells what changes by itself', async () => {
    shop.tickets = [ticket(7, 'OPEN')];
    const { client } = seenByCarla(<Home />);
    await screen.findByTestId('request');
    shop.tickets = [ticket(7, 'IN_PROGRESS', withAda)];
    await act(() => client.invalidateQueries({ queryKey: keys.tickets.root }));
    await waitFor(() =>
      expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(
        'Request 7: Ada is working on it',
      ),
    );
  });

  it('says so where nothing was bought yet', async () => {
    shop.orders = [];
    seenByCarla(<Home />);
    expect(await screen.findByText('No orders here yet')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Report/ })).not.toBeInTheDocument();
  });
});
