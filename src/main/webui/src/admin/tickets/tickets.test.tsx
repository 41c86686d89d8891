import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { open, serve } from '../testing';
import { keyOf } from './Fields';
// Loaded before the tests begin, as they are measured; after the network, which they would miss.
import '.';

const vip = { id: 5, name: 'VIP', colour: 'RED', archived: false, version: 2 };

describe('the tags and fields of tickets', () => {
  it('archives a tag, as it stood before', async () => {
    const user = userEvent.setup();
    const asked = serve({
      'GET /tags': () => ({ body: { items: [vip] } }),
      'GET /tags/5': () => ({ body: vip }),
      'PUT /tags/5': ({ body }) => ({ body: { ...vip, ...(body as object), version: 3 } }),
    });
    open('/admin/tags');
    await user.click(await screen.findByRole('button', { name: 'Edit VIP' }));
    await user.click(await screen.findByRole('checkbox', { name: /^Archived/ }));
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
    const put = asked.find(({ method }) => method === 'PUT');
    expect(put?.body).toEqual({ name: 'VIP', colour: 'RED', archived: true });
    expect(put?.headers.get('If-Match')).toBe('"2"');
  }, 90_000);

  it('suggests the key of a field by its label, and asks for the options of a choice', async () => {
    const user = userEvent.setup();
    const asked = serve({
      'GET /ticket-fields': () => ({ body: { items: [] } }),
      'POST /ticket-fields': ({ body }) => ({
        status: 201,
        body: { id: 1, archived: false, version: 0, ...(body as object) },
      }),
    });
    open('/admin/fields');
    await user.click((await screen.findAllByRole('button', { name: 'New field' }))[0] as Element);
    const dialog = within(await screen.findByRole('dialog', { name: 'New field' }));
    await user.type(await dialog.findByRole('textbox', { name: /Label/ }), 'Länge der Garantie');
    expect(dialog.getByRole('textbox', { name: /Key/ })).toHaveValue('lange_der_garantie');
    await user.click(dialog.getByRole('combobox', { name: /Type/ }));
    await user.click(await screen.findByRole('option', { name: 'Choice', hidden: true }));
    await user.type(await dialog.findByRole('textbox', { name: /Options/ }), '1 year{Enter}{Enter}2 years');
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      key: 'lange_der_garantie',
      label: 'Länge der Garantie',
      type: 'CHOICE',
      options: ['1 year', '2 years'],
    });
  }, 90_000);

  it('makes keys of what can stand in them', () => {
    expect(keyOf('  2nd Größe (cm)! ')).toBe('nd_grosse_cm');
    expect(keyOf('日本')).toBe('');
  });
});
