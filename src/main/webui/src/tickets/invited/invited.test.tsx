import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvitedView, TicketView } from '../../api/schema';
import { makeQueryClient, Providers } from '../../app/Providers';
import { meQuery } from '../../app/session';
import Invited from './Invited';

const ADA = { id: 7, name: 'Ada Agent' };
const BOB = { id: 8, name: 'Bob Builder' };

/** The client of the API keeps the fetch that it finds when it is made. */
const network = vi.hoisted(() => {
  const hub = { answer: (_: Request): Promise<Response> => Promise.reject(new Error('no server')) };
  globalThis.fetch = ((request: Request) => hub.answer(request)) as typeof fetch;
  return hub;
});

const asked: { method: string; path: string; body?: unknown }[] = [];

function held(colleagues: InvitedView[]): TicketView {
  const at = '2026-11-01T10:00:00Z';
  return {
    id: 11,
    groupId: 1,
    queueId: 1,
    channel: 'CHAT',
    status: 'IN_PROGRESS',
    priority: 'NORMAL',
    customerId: 1,
    conversationId: 11,
    agentId: ADA.id,
    openedAt: at,
    updatedAt: at,
    tagIds: [],
    fields: {},
    nextSteps: [],
    version: 1,
    details: { queueName: 'Returns', colleagues },
  };
}

function seenBy(me: { id: number; name: string }, ticket: TicketView) {
  const client = makeQueryClient();
  client.setQueryData(meQuery.queryKey, { ...me, organisation: 'default', roles: ['agent'] } as never);
  render(
    <Providers client={client}>
      <Invited
        ticket={ticket}
        part={(title, children) => (
          <section>
            <h2>{title}</h2>
            {children}
          </section>
        )}
      />
    </Providers>,
  );
}

describe('Invited colleagues', () => {
  beforeEach(() => {
    asked.length = 0;
    network.answer = async (request) => {
      const path = new URL(request.url).pathname.replace('/api/v1', '');
      asked.push({
        method: request.method,
        path,
        ...(request.method === 'PUT' && { body: await request.json() }),
      });
      if (request.method === 'DELETE') {
        return new Response(null, { status: 204 });
      }
      return new Response(JSON.stringify([BOB]), { headers: { 'Content-Type': 'application/json' } });
    };
  });

  it('come by the holder’s choice, to advise or to join', async () => {
    const user = userEvent.setup();
    seenBy(ADA, held([]));
    await user.click(await screen.findByRole('button', { name: 'Invite a colleague…' }));
    await user.click(await screen.findByRole('combobox', { name: /Colleague/ }));
    await user.click(await screen.findByRole('option', { name: BOB.name, hidden: true }));
    await user.click(screen.getByRole('radio', { name: 'To talk with the customer, too' }));
    await user.click(screen.getByRole('button', { name: 'Invite a colleague' }));
    await waitFor(() =>
      expect(asked).toContainEqual({ method: 'PUT', path: '/tickets/11/colleagues/8', body: { as: 'JOIN' } }),
    );
  });

  it('leave by themselves, and invite nobody', async () => {
    const user = userEvent.setup();
    seenBy(BOB, held([{ ...BOB, as: 'CONSULT', invitedAt: '2026-11-01T10:00:00Z' }]));
    expect(await screen.findByTestId('invited')).toHaveTextContent('Bob Builder · advises');
    expect(screen.queryByRole('button', { name: 'Invite a colleague…' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(asked).toContainEqual({ method: 'DELETE', path: '/tickets/11/colleagues/8' }));
  });
});
