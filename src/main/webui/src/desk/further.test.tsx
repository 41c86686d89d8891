import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { CARLA } from '../tickets/conversation/testing';
import { aTicket, House, showDesk } from './testing';

let house: House;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  house = new House();
  house.tickets = [
    aTicket(1, { channel: 'CHAT', orderNumber: null }),
    aTicket(2, { channel: 'CHAT', orderNumber: null, status: 'OPEN', agentId: null, note: 'Hello?' }),
  ];
  house.talk.says(CARLA, 'Where is my parcel?', { conversationId: 1 });
  house.talk.says(CARLA, 'And my invoice is wrong.', { conversationId: 1 });
  house.open();
});

async function choose(user: ReturnType<typeof userEvent.setup>, item: string) {
  await screen.findByTestId('composer');
  await user.click(screen.getByRole('button', { name: 'More steps' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return screen.findByRole('dialog');
}

test('a ticket is snoozed until a time, by the clock of the browser, which the list tells', async () => {
  const user = userEvent.setup();
  showDesk();
  const dialog = await choose(user, 'Snooze…');
  expect(within(dialog).getByText(/By the clock of your browser/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole('radio', { name: /^Tomorrow/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
  expect(await screen.findAllByText(/#1 comes back: /)).not.toHaveLength(0);
  const [call] = house.called('POST /tickets/1/pend');
  const until = (call?.body as { until: string } | undefined)?.until ?? '';
  expect(new Date(until).getHours()).toBe(9);
  expect(new Date(until).getDate()).toBe(new Date(Date.now() + 86_400_000).getDate());
  expect(call?.ifMatch).toBe('"2"');
  const row = await screen.findByTestId('ticket-1');
  await waitFor(() => expect(row).toHaveTextContent(/until/));
});

test('a time that is over is not taken, and a question leads to where it is written', async () => {
  const user = userEvent.setup();
  showDesk();
  const dialog = await choose(user, 'Snooze…');
  await user.click(within(dialog).getByRole('radio', { name: 'At another time' }));
  await user.type(within(dialog).getByLabelText(/^Time/), '2020-01-01T09:00');
  expect(within(dialog).getByText(/a time that is to come/)).toBeInTheDocument();
  expect(within(dialog).getByRole('button', { name: 'Snooze' })).toBeDisabled();
  await user.click(within(dialog).getByRole('radio', { name: /ask them something/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Ask the customer' }));
  expect(await screen.findByRole('textbox', { name: 'Question to the customer' })).toBeInTheDocument();
  expect(house.called('POST /tickets/1/pend')).toHaveLength(0);
});

test('a ticket goes on in another one of its customer', async () => {
  const user = userEvent.setup();
  showDesk();
  const dialog = await choose(user, 'Merge…');
  await user.click(await within(dialog).findByRole('radio', { name: /^#2/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
  expect(await screen.findAllByText('#1 goes on as #2.')).not.toHaveLength(0);
  expect(house.called('POST /tickets/1/merge')[0]?.body).toEqual({ into: 2 });
  expect(screen.queryByTestId('taken')).not.toBeInTheDocument();
});

test('the other one ends where this one is about an order', async () => {
  const user = userEvent.setup();
  house.tickets = [aTicket(1), ...house.tickets.slice(1)];
  showDesk();
  const dialog = await choose(user, 'Merge…');
  expect(within(dialog).getByText(/This one is about an order and stays/)).toBeInTheDocument();
  await user.click(await within(dialog).findByRole('radio', { name: /^#2/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }));
  expect(await screen.findAllByText('#2 goes on as #1.')).not.toHaveLength(0);
  expect(house.called('POST /tickets/2/merge')[0]?.body).toEqual({ into: 1 });
});

test('a message begins a ticket of its own, from where it stands', async () => {
  const user = userEvent.setup();
  showDesk();
  const [, second] = await screen.findAllByRole('button', { name: /^Begin a new ticket with/ });
  await user.click(second as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('radio', { name: 'And my invoice is wrong.' })).toBeChecked();
  await user.click(within(dialog).getByRole('button', { name: 'Split' }));
  expect(await screen.findAllByText('It is ticket #3 now.')).not.toHaveLength(0);
  expect(house.called('POST /tickets/1/split')[0]?.body).toEqual({ message: 2 });
});
