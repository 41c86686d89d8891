import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { open, serve } from '../testing';
import '.';

it('says by rules in their order which calls are recorded, and what customers are told', async () => {
  const user = userEvent.setup();
  const stored = {
    rules: [{ mode: 'ALWAYS' }],
    announcement: { en: 'We record.' },
    consent: 'ANNOUNCE',
    retentionDays: 90,
    agentsMayListen: false,
    version: 4,
  };
  const asked = serve({
    'GET /recording-setting': () => ({ body: stored }),
    'GET /queues': () => ({ body: { items: [{ id: 3, name: 'Returns' }] } }),
    'PUT /recording-setting': ({ body }) => ({ body: { ...(body as object), version: 5 } }),
  });
  open('/admin/recording');
  await user.click(await screen.findByRole('button', { name: 'Add a rule' }));
  const second = screen.getByRole('group', { name: 'Rule 2' });
  await within(second).findByRole('option', { name: 'Returns' });
  await user.selectOptions(within(second).getByRole('combobox', { name: 'Queue' }), 'Returns');
  await user.selectOptions(within(second).getByRole('combobox', { name: 'Recording' }), 'Never');
  await user.click(screen.getByRole('button', { name: 'Rule 2 up' }));
  await user.click(screen.getByRole('radio', { name: /are asked/ }));
  await user.click(screen.getByRole('switch', { name: /Agents hear/ }));
  await user.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1));
  const [saved] = asked.filter(({ method }) => method === 'PUT');
  expect(saved?.headers.get('If-Match')).toBe('"4"');
  expect(saved?.body).toEqual({
    rules: [{ queueId: 3, mode: 'NEVER' }, { mode: 'ALWAYS' }],
    announcement: { en: 'We record.' },
    consent: 'ASK',
    retentionDays: 90,
    agentsMayListen: true,
  });
}, 90_000);
