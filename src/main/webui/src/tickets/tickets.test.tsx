import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { DecisionView } from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { i18n } from '../app/words';
import { duration, Elapsed } from '.';
import { Why } from './Why';

// The client keeps the fetch that it finds when it is loaded.
const door = vi.hoisted(() => {
  const opened = { answer: async (_request: Request): Promise<Response> => Response.error() };
  globalThis.fetch = (input) => opened.answer(input as Request);
  return opened;
});

afterEach(() => {
  vi.useRealTimers();
});

const decision: DecisionView = {
  id: 1,
  ticketId: 12,
  at: '2026-11-21T12:00:00Z',
  outcome: 'ASSIGNED',
  basis: 'MATCHER',
  policyVersion: 3,
  ruleName: 'French gold',
  requirement: {
    queueId: 1,
    queueName: 'Returns',
    channel: 'CHAT',
    skills: [{ skillId: 2, skillName: 'French', level: 5 }],
  },
  agentId: 7,
  distribution: 'LONGEST_IDLE',
  candidates: [
    { agentId: 7, agentName: 'Ada', figures: { place: 0, idleSince: '2026-11-21T11:48:00Z' } },
    {
      agentId: 8,
      agentName: 'Ben',
      passedOver: 'AT_CAPACITY',
      figures: { load: 1, capacity: 1, cost: 1 },
    },
    {
      agentId: 11,
      agentName: 'Bo',
      passedOver: 'AT_CAPACITY',
      figures: { load: 1, capacity: 1, cost: 1 },
    },
    {
      agentId: 9,
      agentName: 'Cleo',
      passedOver: 'LACKS_SKILL',
      skillName: 'French',
      figures: { skillId: 2, requiredLevel: 5, level: 0 },
    },
    {
      agentId: 10,
      agentName: 'Dev',
      passedOver: 'LATER_IN_ORDER',
      figures: { place: 0, idleSince: '2026-11-21T11:55:00Z' },
    },
  ],
  hidden: 0,
  micros: 1850,
};

describe('Why', () => {
  const show = async (decisions: DecisionView[]) => {
    door.answer = async (request) =>
      Response.json({
        items: request.url.includes('/skills') ? [{ id: 2, name: 'French', version: 0 }] : decisions,
      });
    render(
      <Providers client={makeQueryClient()}>
        <Why ticketId={12} />
      </Providers>,
    );
    return screen.findByRole('list', { name: 'Why' });
  };

  test('tells who was chosen, who was passed over, and by what', async () => {
    await show([decision]);
    expect(
      screen.getByText('Given to Ada because they were idle longest (idle for 12 min).'),
    ).toBeInTheDocument();
    const passed = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(passed).toContain('Ben, Bo: at capacity (1 of 1, it costs 1)');
    expect(passed).toContain('Dev: free, but later in order (idle for 5 min)');
    expect(passed).toContain('Cleo: without French 5');
    expect(
      screen.getByText(
        'requires French 5 · rule “French gold”, policy version 3 · longest idle first · took 1.9 ms',
      ),
    ).toBeInTheDocument();
  });

  test('tells that nobody was found, and how many for which reason', async () => {
    const { agentId: _, ...nobody } = decision;
    await show([
      { ...nobody, outcome: 'NOBODY', candidates: [], counts: { OFFLINE: 40, LACKS_SKILL: 1, AWAY: 0 } },
    ]);
    expect(screen.getByText('Nobody could be given it.')).toBeInTheDocument();
    expect(screen.getByText('Of all who serve the queue: 40 offline, 1 lacks a skill.')).toBeInTheDocument();
  });
});

test('A duration is no longer than it is worth', () => {
  const said = [5, 65, 3600, 7500, 90_000].map((seconds) => duration(seconds, i18n.t));
  expect(said).toEqual(['5 s', '1 min', '1 h', '2 h 5 min', '1 d 1 h']);
});

test('What elapsed ticks', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T12:00:58Z') });
  render(<Elapsed since="2026-11-21T12:00:00Z" />);
  expect(screen.getByText('58 s')).toBeInTheDocument();
  act(() => {
    vi.advanceTimersByTime(2000);
  });
  expect(screen.getByText('1 min')).toBeInTheDocument();
});
