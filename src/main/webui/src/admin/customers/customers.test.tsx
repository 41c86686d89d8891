import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve } from '../testing';
// Loaded before the test begins, as it is measured; after the network, which it would miss.
import '.';

it('keeps several addresses of a customer, of which the first is the primary one', async () => {
  const customer = {
    id: 12,
    name: 'Carla',
    email: 'carla@example.org',
    emails: [{ address: 'carla@example.org' }, { address: 'carla@work.example', label: 'Work' }],
    phones: [],
    postalAddresses: [],
    tagIds: [3],
    attributes: { tier: 'gold' },
    groupId: 1,
    version: 4,
  };
  let refused = true;
  const asked = serve({
    'GET /customers/12': () => ({ body: customer }),
    'GET /tags': () => ({ body: { items: [{ id: 3, name: 'VIP', colour: 'PINK', archived: false }] } }),
    'GET /tickets': () => ({
      body: {
        items: [
          {
            id: 4711,
            channel: 'CHAT',
            status: 'RESOLVED',
            openedAt: '2026-11-21T09:00:00Z',
            details: { lastMessageAt: '2026-11-22T09:00:00Z' },
          },
        ],
      },
    }),
    'GET /orders': () => ({ body: { items: [] } }),
    'GET /groups': () => ({ body: { items: [] } }),
    'PUT /customers/12': ({ body }) => {
      if (refused) {
        refused = false;
        const violations = [{ field: 'phones[0].number', message: 'must be a telephone number' }];
        return { status: 400, body: { title: 'Something is wrong', violations } };
      }
      return { body: { ...customer, ...(body as object), email: 'carla@work.example', version: 5 } };
    },
  });
  open('/admin/customers/12');
  expect(await screen.findByLabelText('Label of E-mail address 2')).toHaveValue('Work');
  fireEvent.click(screen.getByLabelText('Make E-mail address 2 the primary one'));
  expect(screen.getByLabelText('E-mail address 1', { selector: 'input' })).toHaveValue('carla@work.example');
  fireEvent.click(screen.getByText('Add a number'));
  const phone = screen.getByLabelText('Telephone number 1', { selector: 'input' });
  fireEvent.change(phone, { target: { value: '0660 1' } });
  fireEvent.submit(screen.getByLabelText('Record'));
  await waitFor(() => expect(phone).toBeInvalid());
  fireEvent.change(phone, { target: { value: '+43 660 1234567' } });
  fireEvent.submit(screen.getByLabelText('Record'));
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2));
  const saved = asked.filter(({ method }) => method === 'PUT')[1];
  expect(saved?.headers.get('If-Match')).toBe('"4"');
  expect(saved?.body).toEqual({
    name: 'Carla',
    groupId: 1,
    tagIds: [3],
    emails: [{ address: 'carla@work.example', label: 'Work' }, { address: 'carla@example.org' }],
    phones: [{ number: '+43 660 1234567' }],
    postalAddresses: [],
    attributes: { tier: 'gold' },
  });
  expect(screen.getByText('#4711')).toBeInTheDocument();
  expect(screen.getByText(/^Last message/)).toBeInTheDocument();
}, 90_000);
