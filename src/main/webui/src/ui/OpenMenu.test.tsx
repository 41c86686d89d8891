import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Menu } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { makeQueryClient, Providers } from '../app/Providers';
import { OpenMenu } from './OpenMenu';

const signOut = vi.fn();

function Page() {
  const [button, setButton] = useState<HTMLElement>();
  return (
    <Providers client={makeQueryClient()}>
      <button type="button" data-testid="button" onClick={({ currentTarget }) => setButton(currentTarget)}>
        Account
      </button>
      {button && (
        <OpenMenu button={button} label="Account" onClose={() => setButton(undefined)}>
          <Menu.Item>Settings</Menu.Item>
          <Menu.Item onClick={signOut}>Sign out</Menu.Item>
        </OpenMenu>
      )}
    </Providers>
  );
}

test('a menu begins with its first item, and gives the focus back to the button that opened it', async () => {
  const user = userEvent.setup();
  render(<Page />);
  const button = screen.getByTestId('button');
  await user.click(button);
  await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Settings' })).toHaveFocus());
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  expect(button).toHaveFocus();

  await user.click(button);
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(signOut).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

test('no menu says by hand what kind of items it has: choices are radio or checkbox items', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.tsx$/.test(file),
  );
  expect(sources).toContain(join('app', 'AccountMenu.tsx'));
  expect(
    sources.filter((file) => /aria-checked|role="menuitem/.test(readFileSync(join('src', file), 'utf8'))),
  ).toEqual([]);
});
