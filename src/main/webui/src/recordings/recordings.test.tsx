import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeAudio, open } from './testing';

const row = () => screen.findByRole('row', { name: /#4711/ });
const listen = async () => {
  await userEvent.click(within(await row()).getByRole('button', { name: /^Listen/ }));
  return screen.findByTestId('player');
};

test('recordings are found by agent, and say how they stand', async () => {
  const user = userEvent.setup();
  const asked = open('supervisor');
  expect(await row()).toHaveTextContent(/Ada.*Returns.*1:00.*Ready.*Parts are missing/);
  await screen.findByRole('option', { name: 'Ben' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Agent' }), 'Ben');
  expect(await screen.findByText('No recording matches.')).toBeInTheDocument();
  expect(asked.at(-1)?.path).toBe('/recordings?agentId=8');
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  await row();
}, 90_000);

test('the segments are heard as one, over gaps that are named', async () => {
  const user = userEvent.setup();
  open('supervisor');
  const player = await listen();
  await within(player).findByText('0:25 – 0:30 On hold');
  expect(within(player).getByText('0:14 – 0:20 Paused: card data')).toBeInTheDocument();
  expect(within(player).getByText('0:40 – 0:45 Handed on')).toBeInTheDocument();
  expect(await within(player).findByText(/0:45\s+Handed on to Ben/)).toBeInTheDocument();

  await user.click(within(player).getByRole('button', { name: 'Play' }));
  expect(FakeAudio.last.src).toBe('/api/v1/recordings/12/segments/1/audio');
  act(() => FakeAudio.last.comesTo(12));
  expect(player).toHaveTextContent('0:12 / 1:00');
  act(() => FakeAudio.last.onended?.());
  expect(FakeAudio.last.src).toContain('/segments/2/');
  expect(player).toHaveTextContent('0:20 / 1:00');

  // Into the gap between the last two.
  fireEvent.change(within(player).getByRole('slider', { name: 'Position' }), { target: { value: '41000' } });
  expect(FakeAudio.last.src).toContain('/segments/3/');
  expect(player).toHaveTextContent('0:45 / 1:00');
  await user.selectOptions(within(player).getByRole('combobox', { name: 'Speed' }), '1.5 ×');
  expect(FakeAudio.last.playbackRate).toBe(1.5);
  act(() => FakeAudio.last.onended?.());
  expect(await within(player).findByRole('button', { name: 'Play' })).toBeInTheDocument();
}, 90_000);

test('admins hold one by law with a reason, and delete one that is not held', async () => {
  const user = userEvent.setup();
  const asked = open('admin');
  await listen();
  await user.click(screen.getByRole('button', { name: 'Hold by law' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hold by law' });
  const sure = within(dialog).getByRole('button', { name: 'Hold by law' });
  expect(sure).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Court order');
  await user.click(sure);
  expect(await screen.findByText('Held by law: Court order')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Release' }));
  await user.click(
    within(await screen.findByRole('dialog', { name: /Release/ })).getByRole('button', { name: 'Release' }),
  );
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(
    within(await screen.findByRole('dialog', { name: /Delete/ })).getByRole('button', { name: 'Delete' }),
  );
  expect(await screen.findAllByText('Deleted')).not.toEqual([]);
  expect(asked.filter(({ method }) => method !== 'GET').map(({ method, body }) => [method, body])).toEqual([
    ['PUT', { held: true, reason: 'Court order' }],
    ['PUT', { held: false }],
    ['DELETE', undefined],
  ]);
}, 90_000);
