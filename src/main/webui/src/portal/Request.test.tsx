import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../api/keys';
import { lamp, Shop, seenByCarla, ticket } from './customer.testing';
import { Request } from './Request';

const byCarla = { actorId: 10, actorName: 'Carla Customer' };
const byAda = { actorId: 7, actorName: 'Ada', agentId: 7 };

describe('a request of a customer', () => {
  let shop: Shop;
  const user = userEvent.setup({ delay: null });

  beforeEach(() => {
    localStorage.clear();
    shop = new Shop();
    shop.orders = [lamp];
  });

  it('tells what happened in plain words, and leaves out what is not the customer’s concern', async () => {
    shop.tickets = [ticket(7, 'IN_PROGRESS', { agentId: 7 })];
    shop.happened(
      { type: 'OPENED', status: 'OPEN', ...byCarla, note: '<b>broken</b>' },
      { type: 'OFFERED', status: 'OFFERED', agentId: 8 },
      { type: 'DECLINED', status: 'OPEN', actorId: 8, actorName: 'Ben', agentId: 8 },
      { type: 'ASSIGNED', status: 'IN_PROGRESS', agentId: 7 },
      { type: 'RELEASED', status: 'OPEN', ...byAda },
      { type: 'ASSIGNED', status: 'IN_PROGRESS', agentId: 7 },
      { type: 'NOTED', status: 'IN_PROGRESS', ...byAda, note: 'The new lamp is on its way.' },
    );
    seenByCarla(<Request id={7} />);
    const log = await screen.findByRole('log', { name: 'What happened' });
    const told = within(log)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('p')?.textContent);
    expect(told).toEqual([
      'You reported it',
      'Ada takes care of it',
      'It waits for somebody else',
      'Ada takes care of it',
      'Ada wrote',
    ]);
    expect(log).toHaveTextContent('<b>broken</b>');
    expect(screen.getByTestId('state')).toHaveTextContent('Ada is working on it');
  });

  it('asks for the answer that is needed, and takes it by keyboard', async () => {
    shop.tickets = [ticket(7, 'PENDING', { agentId: 7 })];
    shop.happened({ type: 'PENDED', status: 'PENDING', ...byAda, note: 'Which lamp?' });
    seenByCarla(<Request id={7} />);
    const answer = await screen.findByLabelText(/Your answer/);
    expect(await screen.findByRole('heading', { name: 'Ada asks' })).toBeVisible();
    answer.focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText('Write your answer first.')).toBeVisible();
    expect(answer).toHaveFocus();
    await user.keyboard('The big one{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByTestId('state')).toHaveTextContent('Waiting for somebody free'));
    expect(shop.changes).toMatchObject([{ path: '/tickets/7/resume', body: { note: 'The big one' } }]);
    expect(screen.queryByLabelText(/Your answer/)).not.toBeInTheDocument();
    expect(screen.queryByText('You wrote this and did not send it')).not.toBeInTheDocument();
  });

  it('keeps what was written where the answer cannot be sent', async () => {
    shop.tickets = [ticket(7, 'PENDING')];
    shop.refusals = [
      { status: 503, type: 'urn:patchbay:problem:temporarily-unavailable', detail: 'Try again.' },
    ];
    seenByCarla(<Request id={7} />);
    const answer = await screen.findByLabelText(/Your answer/);
    await user.type(answer, 'The big one');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    expect(await screen.findByText('Try again.')).toBeVisible();
    expect(answer).toHaveValue('The big one');
  });

  it('says the same once, however often it is sent before an answer comes', async () => {
    shop.tickets = [ticket(7, 'PENDING')];
    shop.refusals = ['broken'];
    seenByCarla(<Request id={7} />);
    await user.type(await screen.findByLabelText(/Your answer/), 'The big one');
    await user.click(screen.getByRole('button', { name: 'Send the answer' }));
    await waitFor(() => expect(shop.changes).toHaveLength(1));
    await user.click(await screen.findByRole('button', { name: 'Send the answer' }));
    await waitFor(() => expect(shop.changes).toHaveLength(2));
    expect(shop.changes[0]?.key).toBeTruthy();
    expect(shop.changes[1]?.key).toBe(shop.changes[0]?.key);
  });

  it('keeps what was begun over another page, and after the step was taken elsewhere', async () => {
    shop.tickets = [ticket(7, 'PENDING')];
    const first = seenByCarla(<Request id={7} />);
    await user.type(await screen.findByLabelText(/Your answer/), 'The big one');
    first.leave();
    const { client } = seenByCarla(<Request id={7} />);
    expect(await screen.findByLabelText(/Your answer/)).toHaveValue('The big one');
    shop.tickets = [ticket(7, 'OPEN')];
    await act(() => client.invalidateQueries({ queryKey: keys.ticket(7) }));
    const unsent = await screen.findByRole('region', { name: 'You wrote this and did not send it' });
    expect(unsent).toHaveTextContent('The big one');
    await user.click(within(unsent).getByRole('button', { name: 'Discard' }));
    expect(unsent).toHaveTextContent('The big one');
    await user.click(within(unsent).getByRole('button', { name: 'Discard for good' }));
    expect(unsent).not.toBeInTheDocument();
  });

  it('is withdrawn only by who means it', async () => {
    shop.tickets = [ticket(7, 'OPEN')];
    seenByCarla(<Request id={7} />);
    const withdraw = await screen.findByRole('button', { name: 'Withdraw this request' });
    await user.click(withdraw);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(shop.changes).toEqual([]);
    await user.click(withdraw);
    await user.click(await screen.findByRole('button', { name: 'Withdraw it' }));
    await waitFor(() => expect(screen.getByTestId('state')).toHaveTextContent('Withdrawn'));
  });

  it('is rated with stars and a word, and rated anew until it is closed', async () => {
    shop.tickets = [ticket(7, 'RESOLVED')];
    const { client } = seenByCarla(<Request id={7} />);
    await user.click(await screen.findByRole('radio', { name: '4 stars' }));
    expect(screen.getByText('Good')).toBeVisible();
    await user.type(screen.getByLabelText('A word about it'), 'Quick!');
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    expect(await screen.findByText('You gave 4 of 5 stars')).toBeVisible();
    expect(shop.changes[0]).toMatchObject({
      path: '/tickets/7/rating',
      body: { score: 4, comment: 'Quick!' },
    });
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.click(screen.getByRole('radio', { name: '5 stars' }));
    await user.click(screen.getByRole('button', { name: 'Rate' }));
    expect(await screen.findByText('You gave 5 of 5 stars')).toBeVisible();
    shop.tickets = [ticket(7, 'CLOSED', { rating: { score: 5, ratedAt: '2026-11-20T09:00:00Z' } })];
    await act(() => client.invalidateQueries({ queryKey: keys.ticket(7) }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Change' })).not.toBeInTheDocument());
  });

  it('says so where it is too late to open it again', async () => {
    shop.tickets = [ticket(7, 'RESOLVED')];
    shop.refusals = [
      { status: 409, type: 'urn:patchbay:problem:step-not-allowed', currentStatus: 'RESOLVED' },
    ];
    seenByCarla(<Request id={7} />);
    await user.click(await screen.findByRole('button', { name: 'Open it again' }));
    await user.type(screen.getByLabelText(/What is still wrong/), 'It is dark again.');
    await user.click(screen.getByRole('button', { name: 'Open it again' }));
    expect(await screen.findByText(/The time to open it again is over/)).toBeVisible();
  });

  it('that does not exist says so', async () => {
    seenByCarla(<Request id={404} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such request' })).toBeVisible();
  });
});
