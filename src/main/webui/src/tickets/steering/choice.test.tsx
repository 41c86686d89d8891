import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeQueryClient, Providers } from '../../app/Providers';
import { type Choice, Choose } from './Choose';

describe('a choice', () => {
  const onChoose = vi.fn();
  const shown = (choices: Choice[]) => (
    <Providers client={makeQueryClient()}>
      <Choose title="Who?" choices={choices} onChoose={onChoose} onClose={() => {}} />
    </Providers>
  );
  const [ada, bo, cy] = ['Ada', 'Bo', 'Cy'].map((label) => ({ value: label, label })) as [
    Choice,
    Choice,
    Choice,
  ];

  beforeEach(() => onChoose.mockClear());

  it('takes the one that is marked, wherever it has moved meanwhile', async () => {
    const user = userEvent.setup();
    const { rerender } = render(shown([ada, bo]));
    await screen.findByRole('option', { name: 'Bo' });
    await user.keyboard('{ArrowDown}');
    rerender(shown([cy, ada, bo]));
    await screen.findByRole('option', { name: 'Cy' });
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith('Bo');
  });

  it('marks the first that can be chosen, as soon as there is one', async () => {
    const user = userEvent.setup();
    const { rerender } = render(shown([{ ...ada, disabled: true }]));
    await screen.findByRole('option', { name: 'Ada' });
    rerender(shown([{ ...ada, disabled: true }, bo]));
    await screen.findByRole('option', { name: 'Bo' });
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith('Bo');
  });
});
