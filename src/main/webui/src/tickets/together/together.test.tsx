import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '../../api/client';
import { keys } from '../../api/keys';
import type { TicketView } from '../../api/schema';
import { makeQueryClient, Providers } from '../../app/Providers';
import { meQuery } from '../../app/session';
import { ticketQuery } from '../queries';
import { Select, SelectAll } from './boxes';
import { allowsStep } from './steps';
import { Together } from './Together';
import { useChosen } from './useChosen';
import { WithWords } from './WithWords';

const AGES_AGO = '2026-11-01T10:00:00Z';

function ticket(id: number, more: Partial<TicketView> = {}): TicketView {
  return {
    id,
    groupId: 1,
    queueId: 1,
    channel: 'CHAT',
    status: 'IN_PROGRESS',
    priority: 'NORMAL',
    customerId: 1,
    conversationId: id,
    openedAt: AGES_AGO,
    updatedAt: AGES_AGO,
    tagIds: [],
    fields: {},
    nextSteps: ['RESOLVE'],
    version: 1,
    ...more,
  };
}

function resolved(before: TicketView): TicketView {
  return { ...before, status: 'RESOLVED', nextSteps: ['CLOSE'], version: before.version + 1 };
}

const take = vi.fn<(ticket: TicketView, note: string) => Promise<TicketView>>();

function List({ tickets }: { tickets: TicketView[] }) {
  const choice = useChosen(tickets);
  const [asked, setAsked] = useState<TicketView[]>();
  return (
    <>
      <SelectAll choice={choice} />
      {tickets.map(({ id }) => (
        <Select key={id} id={id} chosen={choice.chosen.has(id)} onChoose={choice.choose} />
      ))}
      <Together selected={choice.selected.length} onDeselect={choice.clear}>
        <button type="button" onClick={() => setAsked(choice.selected)}>
          Resolve…
        </button>
      </Together>
      {asked && (
        <WithWords
          step="resolve"
          tickets={asked}
          allows={(one) => allowsStep(one, 'resolve')}
          take={take}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function show(tickets: TicketView[]) {
  const client = makeQueryClient();
  client.setQueryData(meQuery.queryKey, { id: 7, organisationId: 1, name: 'Sam', roles: ['supervisor'] });
  const page = (those: TicketView[]) => (
    <Providers client={client}>
      <Suspense>
        <List tickets={those} />
      </Suspense>
    </Providers>
  );
  const { rerender } = render(page(tickets));
  return { client, user: userEvent.setup(), news: (those: TicketView[]) => rerender(page(those)) };
}

const box = (id: number) => screen.getByRole('checkbox', { name: `Select ticket ${id}` });
const chosen = (...ids: number[]) => ids.filter((id) => (box(id) as HTMLInputElement).checked);

async function resolve(user: ReturnType<typeof userEvent.setup>, words = '') {
  await user.click(screen.getByRole('button', { name: 'Resolve…' }));
  const dialog = within(await screen.findByRole('dialog'));
  if (words) {
    await user.type(dialog.getByRole('textbox'), words);
  }
  await user.click(dialog.getByRole('button', { name: 'Resolve' }));
}

beforeEach(() => {
  localStorage.clear();
  take.mockReset();
  take.mockImplementation(async (one) => resolved(one));
});

describe('Choosing', () => {
  const five = [1, 2, 3, 4, 5].map((id) => ticket(id));

  it('with Shift takes or leaves all between this one and the one before', async () => {
    const { user } = show(five);
    await user.click(box(2));
    await user.keyboard('{Shift>}');
    await user.click(box(4));
    expect(chosen(1, 2, 3, 4, 5)).toEqual([2, 3, 4]);
    await user.click(box(3));
    await user.keyboard('{/Shift}');
    expect(chosen(1, 2, 3, 4, 5)).toEqual([2]);
    expect(screen.getByRole('toolbar', { name: '1 selected' })).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Select all' })).toBePartiallyChecked();
  });

  it('outlives news of what is chosen, and what is out of sight meanwhile', async () => {
    const { user, news } = show(five);
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    news([ticket(1, { version: 9 }), ticket(6)]);
    expect(screen.getByRole('toolbar', { name: '1 selected' })).toBeInTheDocument();
    expect(chosen(1, 6)).toEqual([1]);
    news(five);
    expect(chosen(1, 2, 3, 4, 5)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('Acting together', () => {
  it('tells each refusal, leaves those chosen, and tries them again with the same words as they are then', async () => {
    const open = ticket(3, { status: 'OPEN', nextSteps: ['CANCEL'] });
    const { client, user } = show([ticket(1), ticket(2), open, ticket(4)]);
    take.mockImplementation(async (one) => {
      if (one.id === 2 && one.version === 1) {
        throw new Problem(412, {});
      }
      if (one.id === 4 && take.mock.calls.filter(([{ id }]) => id === 4).length === 1) {
        throw new Problem(503, { detail: 'Come back later.' });
      }
      return resolved(one);
    });
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Resolve…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Resolve 4 tickets' }));
    expect(dialog.getByText(/^3 of 4 are in a state that allows it/)).toBeInTheDocument();
    await user.type(dialog.getByRole('textbox'), 'Refunded.');
    await user.click(dialog.getByRole('button', { name: 'Resolve' }));

    const rest = within(await screen.findByTestId('rest'));
    expect(
      rest
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
        .toSorted(),
    ).toEqual([
      'Ticket 2: somebody changed it meanwhile; look again.',
      'Ticket 3: The state of this ticket does not allow that.',
      'Ticket 4: Come back later.',
    ]);
    expect(chosen(1, 2, 3, 4)).toEqual([2, 3, 4]);
    expect(take).toHaveBeenCalledTimes(3);

    vi.spyOn(client, 'fetchQuery').mockImplementation(async ({ queryKey }) =>
      JSON.stringify(queryKey) === JSON.stringify(ticketQuery(2).queryKey) ? ticket(2, { version: 5 }) : open,
    );
    await user.click(rest.getByRole('button', { name: 'Try the 3 that are left' }));
    expect(await screen.findByText('Resolve: 2 of 3 done. 1 refused.')).toBeInTheDocument();
    expect(chosen(1, 2, 3, 4)).toEqual([3]);
    // Who got no answer asks the very same again: it may have been done.
    expect(take.mock.calls.slice(3).map(([{ id, version }, note]) => [id, version, note])).toEqual([
      [4, 1, 'Refunded.'],
      [2, 5, 'Refunded.'],
    ]);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByTestId('rest')).not.toBeInTheDocument();
  });

  it('shows how far it is, and once stopped begins no other, which stay chosen', async () => {
    const all = Array.from({ length: 9 }, (_, index) => ticket(index + 1));
    const { user } = show(all);
    const answers: (() => void)[] = [];
    take.mockImplementation((one) => new Promise((answer) => answers.push(() => answer(resolved(one)))));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await resolve(user);
    const bar = await screen.findByRole('progressbar', { name: 'Resolve' });
    expect(bar).toHaveAttribute('value', '0');
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
    await waitFor(() => expect(answers).toHaveLength(4));
    answers[0]?.();
    await waitFor(() => expect(bar).toHaveAttribute('value', '1'));
    expect(screen.getByText('1 of 9')).toBeInTheDocument();
    await waitFor(() => expect(answers).toHaveLength(5));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    for (const answer of answers) {
      answer();
    }
    expect(await screen.findByText('Resolve: 5 of 9 done. 4 not begun.')).toBeInTheDocument();
    expect(take).toHaveBeenCalledTimes(5);
    expect(chosen(...all.map(({ id }) => id))).toEqual([6, 7, 8, 9]);
    take.mockImplementation(async (one) => resolved(one));
    await user.click(screen.getByRole('button', { name: 'Try the 4 that are left' }));
    await waitFor(() => expect(chosen(...all.map(({ id }) => id))).toEqual([]));
    expect(screen.queryByTestId('rest')).not.toBeInTheDocument();
  });

  it('keeps the words of what did not arrive, and forgets those that did', async () => {
    const { user } = show([ticket(1), ticket(2)]);
    take.mockRejectedValue(new Unreachable());
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await resolve(user, 'Refunded.');
    await screen.findByTestId('rest');
    expect(chosen(1, 2)).toEqual([1, 2]);
    take.mockImplementation(async (one) => resolved(one));
    await user.click(screen.getByRole('button', { name: 'Resolve…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('textbox')).toHaveValue('Refunded.');
    await user.click(dialog.getByRole('button', { name: 'Resolve' }));
    await waitFor(() => expect(chosen(1, 2)).toEqual([]));
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  it('shows nothing to whoever signs in next', async () => {
    const { client, user } = show([ticket(1), ticket(2), ticket(3), ticket(4), ticket(5)]);
    const answers: (() => void)[] = [];
    take.mockImplementation(
      (one) => new Promise((_, refuse) => answers.push(() => refuse(new Problem(409, one)))),
    );
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await resolve(user);
    await waitFor(() => expect(answers).toHaveLength(4));
    client.clear();
    for (const answer of answers) {
      answer();
    }
    await Promise.resolve();
    expect(client.getQueryData(keys.together)).toBeUndefined();
    expect(take).toHaveBeenCalledTimes(4);
  });
});
