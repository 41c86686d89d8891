import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LegView } from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { CallPanel } from './CallPanel';
import type { Snapshot } from './snapshot';

const leg = (id: number, name: string, more: Partial<LegView>): LegView => ({
  id,
  accountId: id,
  name,
  role: 'AGENT',
  mode: 'TALK',
  muted: false,
  camera: false,
  screen: false,
  joinedAt: '2026-11-01T10:00:00Z',
  ...more,
});

function show(mine: number): void {
  const calling = {
    callId: 7,
    legId: mine,
    mode: 'TALK',
    muted: false,
    camera: false,
    screen: false,
    online: true,
    remotes: [],
    call: {
      id: 7,
      ticketId: 4711,
      conversationId: 4711,
      kind: 'VOICE',
      engine: 'MESH',
      state: 'ACTIVE',
      byCustomer: true,
      onHold: false,
      startedAt: '2026-11-01T10:00:00Z',
      legs: [
        leg(1, 'Carl', { role: 'CUSTOMER' }),
        leg(2, 'Ada', {}),
        leg(3, 'Sam', { role: 'SUPERVISOR', mode: 'LISTEN' }),
        leg(4, 'Bo', { role: 'SUPERVISOR', mode: 'WHISPER' }),
      ],
    },
  } as unknown as Snapshot;
  render(
    <Providers client={makeQueryClient()}>
      <CallPanel calling={calling} staff recording={null} />
    </Providers>,
  );
}

test('who has the call reads who listens and whispers, apart from those who talk', async () => {
  show(2);
  expect(await screen.findByText('Sam listens.')).toBeInTheDocument();
  expect(screen.getByText('Bo whispers to you. The customer does not hear it.')).toBeInTheDocument();
  expect(screen.getByText('In the call: Carl')).toBeInTheDocument();
});

test('nobody whispers to a supervisor', async () => {
  show(3);
  expect(await screen.findByText('In the call: Carl, Ada, Bo')).toBeInTheDocument();
  expect(screen.queryByText(/whispers/)).not.toBeInTheDocument();
});
