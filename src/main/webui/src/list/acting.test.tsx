import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { serveAnew, server } from '../testing/floor.testing';
import { show } from './testing';
// Loaded before the tests begin, as they are measured; after the network, which they would miss.
import '../tickets/steering/TicketMenu';

beforeEach(serveAnew);

describe('whoever steers tickets', () => {
  it('changes a priority by keyboard alone, and takes it back', async () => {
    const { user } = show('/tickets');
    await screen.findByText('#11');
    act(() => screen.getByRole('checkbox', { name: 'Select ticket 11' }).focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('data-id', '12');
    await user.keyboard('p');
    expect(await screen.findByRole('dialog', { name: 'How urgent?' })).toBeInTheDocument();
    await user.type(screen.getByRole('combobox', { name: 'Search' }), 'urg{Enter}');
    expect(await screen.findByText('Ticket 12 is Urgent now.')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undone.')).toBeInTheDocument();
    expect(server.asked).toEqual([
      { method: 'PUT', path: '/tickets/12/priority', ifMatch: '"1"', body: { priority: 'URGENT' } },
      { method: 'PUT', path: '/tickets/12/priority', ifMatch: '"2"', body: { priority: 'NORMAL' } },
    ]);
  });

  it('moves many at once, and says which were refused and why', async () => {
    server.refusing.add(12);
    const { user } = show('/tickets');
    await user.click(await screen.findByRole('checkbox', { name: 'Select ticket 11' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(within(screen.getByRole('toolbar')).getByText('Move to a queue…'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('option', { name: 'Chat' }));
    expect(await screen.findByText('Ticket 11 is in Chat now.')).toBeInTheDocument();
    expect(screen.getByText('Ticket 12: The ticket is done.')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Select ticket 11' })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Select ticket 12' })).toBeChecked();
  });

  it('offers a ticket to those who can take it first, and says why not of the others', async () => {
    const { user } = show('/tickets');
    await screen.findByText('#11');
    act(() => screen.getByRole('checkbox', { name: 'Select ticket 11' }).focus());
    await user.keyboard('a');
    const dialog = within(await screen.findByRole('dialog'));
    const options = await dialog.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['ADAda0 of 1', 'BOBois away: Lunch']);
    expect(options[1]).toHaveAttribute('data-combobox-disabled', 'true');
    await user.click(dialog.getByRole('option', { name: /Ada/ }));
    expect(await screen.findByText('Ticket 11 is with Ada now.')).toBeInTheDocument();
    expect(server.asked).toEqual([
      { method: 'POST', path: '/tickets/11/assign', ifMatch: '"1"', body: { agentId: 1 } },
    ]);
  });

  it('reads in the menu of a row which keys do it, as they are on their keyboard', async () => {
    const layout = new Map([
      ['KeyA', 'ф'],
      ['KeyP', 'з'],
    ]);
    Object.defineProperty(navigator, 'keyboard', {
      value: { getLayoutMap: () => Promise.resolve(layout) },
      configurable: true,
    });
    const { user } = show('/tickets');
    const button = await screen.findByRole('button', { name: 'Actions for ticket 11' });
    await user.click(button);
    expect(await screen.findByRole('menuitem', { name: /^Give to an agent/ })).toHaveTextContent('Ф (a)');
    expect(screen.getByRole('menuitem', { name: /^Change priority/ })).toHaveTextContent('З (p)');
    await user.keyboard('{Escape}');
    expect(button).toHaveFocus();
    Reflect.deleteProperty(navigator, 'keyboard');
  });
});
