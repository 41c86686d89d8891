import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { asks } from './notice.testing';

const notice = {
  mode: 'ALWAYS',
  consent: 'ANNOUNCE',
  text: 'This call is recorded.',
  version: 3,
  recording: false,
  paused: false,
};

test('who is told that the call is recorded has been told once it is shown', async () => {
  const server = asks({ ...notice });
  expect(await screen.findByText('This call is recorded.')).toBeInTheDocument();
  await waitFor(() => expect(server.answers).toEqual([{ version: 3, agreed: true }]));
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('who is asked says yes or no, and may change their mind', async () => {
  const user = userEvent.setup();
  const server = asks({ ...notice, consent: 'ASK', text: 'We would record.' });
  const question = await screen.findByRole('group', { name: 'May this call be recorded?' });
  expect(server.answers).toEqual([]);
  await user.click(within(question).getByRole('button', { name: 'No' }));
  await user.click(await screen.findByRole('button', { name: 'Allow recording' }));
  expect(await screen.findByText('You agreed to be recorded.')).toBeInTheDocument();
  expect(server.answers).toEqual([
    { version: 3, agreed: false },
    { version: 3, agreed: true },
  ]);
});

test('who answers a text that is another one now is asked again', async () => {
  const user = userEvent.setup();
  const server = asks({ ...notice, consent: 'ASK', text: 'The old text' });
  const yes = await screen.findByRole('button', { name: 'Yes, record' });
  server.notice = { ...server.notice, text: 'The new text', version: 4 };
  await user.click(yes);
  expect(await screen.findByText('The new text')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Yes, record' }));
  await waitFor(() => expect(server.answers).toEqual([{ version: 4, agreed: true }]));
});

test('all who are in the call see that it is recorded, and where it is not recorded nothing is said', async () => {
  const first = asks({ ...notice, agreed: true, recording: true }, false);
  expect(await screen.findByText('This call is being recorded')).toBeInTheDocument();
  expect(screen.queryByText('This call is recorded.')).not.toBeInTheDocument();
  first.leave();
  asks({ ...notice, mode: 'NEVER' });
  await waitFor(() => expect(screen.queryByText(/record/)).not.toBeInTheDocument());
});
