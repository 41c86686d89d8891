import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { ADA, CARLA } from '../tickets/conversation/testing';
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
      { type: 'SAID', status: 'OPEN', ...byCarla, note: 'It is the big one.' },
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
    ]);
    expect(log).not.toHaveTextContent('broken');
    expect(screen.getByTestId('state')).toHaveTextContent('Ada is working on it');
  });

  it('shows what was said, and takes the answer that is needed', async () => {
    shop.tickets = [ticket(7, 'PENDING', { agentId: 7 })];
    shop.talk.says(CARLA, '<b>broken</b>');
    shop.talk.says(ADA, 'Which lamp?');
    shop.happened({ type: 'PENDED', status: 'PENDING', ...byAda, note: 'Which lamp?' });
    seenByCarla(<Request id={7} />);
    const answer = await screen.findByLabelText(/Your answer/);
    expect(await screen.findByRole('heading', { name: 'Ada asks' })).toBeVisible();
    const thread = await screen.findByRole('region', { name: 'Conversation' });
    expect(await within(thread).findByText('<b>broken</b>')).toBeVisible();
    await user.type(answer, 'The big{Shift>}{Enter}{/Shift}one{Enter}');
    await waitFor(() => expect(screen.getByTestId('state')).toHaveTextContent('Waiting for somebody free'));
    expect(shop.talk.sent).toMatchObject([{ text: 'The big\none', audience: 'PUBLIC' }]);
    expect(within(thread).getByText(/The big/)).toBeVisible();
    expect(screen.queryByLabelText(/Your answer/)).not.toBeInTheDocument();
    expect(screen.getByLabelText('Your message')).toHaveValue('');
  });

  it('says the same once, however often it is sent before an answer comes', async () => {
    shop.tickets = [ticket(7, 'IN_PROGRESS')];
    shop.talk.refusals = ['lost', 'broken', { status: 503 }];
    seenByCarla(<Request id={7} />);
    await user.type(await screen.findByLabelText('Your message'), 'The big one');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(screen.getByTestId('outgoing')).toHaveTextContent('The big one');
    await waitFor(() => expect(screen.queryByTestId('outgoing')).not.toBeInTheDocument());
    expect(shop.talk.messages.map(({ text }) => text)).toEqual(['The big one']);
  });

  it('keeps what was begun over another page, and after the question was answered elsewhere', async () => {
    shop.tickets = [ticket(7, 'PENDING')];
    const first = seenByCarla(<Request id={7} />);
    await user.type(await screen.findByLabelText(/Your answer/), 'The big one');
    first.leave();
    const { client } = seenByCarla(<Request id={7} />);
    expect(await screen.findByLabelText(/Your answer/)).toHaveValue('The big one');
    shop.tickets = [ticket(7, 'OPEN')];
    await act(() => client.invalidateQueries({ queryKey: keys.ticket(7) }));
    expect(await screen.findByLabelText('Your message')).toHaveValue('The big one');
  });

  it('that is over goes on in another one, to which whoever writes is led', async () => {
    shop.tickets = [ticket(7, 'CLOSED', { channel: 'CHAT' })];
    shop.talk.says(CARLA, 'Thank you');
    const { went } = seenByCarla(<Request id={7} />);
    expect(await screen.findByText(/what you write begins a new request/)).toBeVisible();
    vi.spyOn(shop.talk, 'says').mockImplementationOnce((author, text, more) => {
      vi.mocked(shop.talk.says).mockRestore();
      return shop.talk.says(author, text, { ...more, ticketId: 9 });
    });
    await user.type(screen.getByLabelText('Your message'), 'It broke again{Enter}');
    await waitFor(() => expect(went).toEqual([9]));
    expect(await screen.findByRole('link', { name: 'It goes on in request 9.' })).toBeVisible();
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
