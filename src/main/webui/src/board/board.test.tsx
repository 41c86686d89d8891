import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/keys';
import { AGES_AGO, agent, call, queue, serveAnew, server } from '../testing/floor.testing';
import { show } from './testing';

// It draws on a canvas, which there is none of here: whether it had come by then was a matter of time.
vi.mock('./Trend', () => ({ default: () => null }));

beforeEach(serveAnew);

describe('the board', () => {
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
    await act(() => client.invalidateQueries({ queryKey: keys.floor }));
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

  it('tells who is in a call and how its line is, and has it end only once that is confirmed', async () => {
    server.agents = [agent(1, 'Ada')];
    server.calls = [call(7, 21)];
    const { user, client } = show('/board');
    const row = within(await screen.findByTestId('call-7'));
    expect(row.getByText('Ada')).toBeInTheDocument();
    expect(row.getByText('On hold')).toBeInTheDocument();
    expect(row.getByText('Bad line: Carl')).toBeInTheDocument();
    expect(row.getByText('Recorded')).toBeInTheDocument();
    expect(row.getByText('Bo listens')).toBeInTheDocument();
    const levers = within(row.getByRole('group', { name: 'Call of ticket 21' }));
    expect(levers.getByRole('button', { name: 'Listen' })).toBeEnabled();
    await user.click(levers.getByRole('button', { name: 'End' }));
    expect(server.asked).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'End the call' }));
    await waitFor(() =>
      expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /calls/7']),
    );
    server.calls = [];
    await act(() => client.invalidateQueries({ queryKey: keys.tickets.callsOnFloor }));
    await waitFor(() => expect(screen.queryByTestId('calls')).not.toBeInTheDocument());
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
