import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attend } from '../parts/attention';
import { aTicket, House, showDesk } from './testing';

let house: House;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  // Time stands still until it is moved; what ticks looks at it every second.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  attend();
  house = new House();
  house.tickets = [aTicket(1)];
  house.attendance = { askAfterSeconds: 600, answerWithinSeconds: 60, version: 1 };
  house.open();
});

afterEach(() => {
  vi.useRealTimers();
});

function forward(seconds: number) {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

const question = { name: 'Still there?' };

describe('Whoever touches nothing', () => {
  test('is asked whether they are still there, and stays where they answer', async () => {
    const user = userEvent.setup();
    showDesk();
    await screen.findByTestId('composer');
    forward(599);
    expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument();
    forward(1);
    expect(await screen.findByRole('dialog', question)).toHaveTextContent('60 seconds to answer');
    // The key that wakes the screen does nothing else.
    await user.keyboard('r');
    await waitFor(() => expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument());
    expect(screen.queryByRole('textbox', { name: 'How it was resolved' })).not.toBeInTheDocument();
    forward(600);
    await user.click(await screen.findByRole('button', { name: 'I am here' }));
    await waitFor(() => expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument());
    expect(house.called('PUT /agents/7/presence')).toEqual([]);
  });

  test('is away where nobody answers, and is told so', async () => {
    showDesk();
    await screen.findByTestId('composer');
    forward(600);
    await screen.findByRole('dialog', question);
    forward(60);
    expect(await screen.findByText(/^Nobody answered/)).toBeInTheDocument();
    expect(house.called('PUT /agents/7/presence').map(({ body }) => body)).toEqual([{ presence: 'AWAY' }]);
    await waitFor(() => expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument());
  });

  test('has answered where they touch another page of ours', async () => {
    showDesk();
    await screen.findByTestId('composer');
    forward(600);
    await screen.findByRole('dialog', question);
    localStorage.setItem('patchbay-attended', String(Date.now()));
    await waitFor(() => expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument());
    expect(house.called('PUT /agents/7/presence')).toEqual([]);
  });

  test('is not asked while they talk', async () => {
    house.tickets = [aTicket(1, { channel: 'VOICE' })];
    const { newsOfTickets } = showDesk();
    await screen.findByTestId('composer');
    forward(600);
    expect(screen.queryByRole('dialog', question)).not.toBeInTheDocument();
    house.change(1, { status: 'RESOLVED' });
    await newsOfTickets();
    expect(await screen.findByRole('dialog', question)).toBeInTheDocument();
  });
});
