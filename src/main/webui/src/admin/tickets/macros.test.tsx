import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { open, serve } from '../testing';
// Loaded before the test begins, as it is measured; after the network, which it would miss.
import '.';

it('keeps what a macro does, and nothing else', async () => {
  const user = userEvent.setup();
  const asked = serve({
    'GET /macros': () => ({ body: { items: [] } }),
    'GET /tags': () => ({
      body: { items: [{ id: 5, name: 'VIP', colour: 'RED', archived: false, version: 0 }] },
    }),
    'GET /ticket-fields': () => ({ body: { items: [] } }),
    'GET /queues': () => ({ body: { items: [] } }),
    'POST /macros': ({ body }) => ({ status: 201, body: { id: 1, version: 0, ...(body as object) } }),
  });
  open('/admin/macros');
  await user.click((await screen.findAllByRole('button', { name: 'New macro' }))[0] as Element);
  const dialog = within(await screen.findByRole('dialog', { name: 'New macro' }));
  await user.type(await dialog.findByRole('textbox', { name: /Name/ }), 'Refund');
  await user.type(dialog.getByRole('textbox', { name: 'Reply to the customer' }), 'It is refunded.');
  await user.click(dialog.getByRole('checkbox', { name: /resolves/ }));
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    name: 'Refund',
    steps: { reply: 'It is refunded.', resolve: true },
  });
}, 90_000);
