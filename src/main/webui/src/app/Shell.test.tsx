import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeQueryClient, Providers } from './Providers';
import { Shell } from './Shell';
import { meQuery, type Role } from './session';
import { setLanguage } from './words';

vi.mock('../feed/useFeed', () => ({ useLiveQueries: () => {}, useFeedState: () => 'live' }));
vi.mock('../parts/parts', async (original) => ({
  ...(await original<typeof import('../parts/parts')>()),
  usePrefetch: () => {},
}));

afterEach(() => setLanguage('en'));

/** Opens the application as somebody with these roles, without its pages. */
async function open(path: string, ...roles: Role[]) {
  const root = createRootRoute({ component: Shell });
  const page = createRoute({ getParentRoute: () => root, path: '$', component: () => <h1>A page</h1> });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  const client = makeQueryClient();
  client.setQueryData(meQuery.queryKey, { id: 1, organisationId: 1, name: 'Alex', roles });
  render(
    <Providers client={client}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  await screen.findByRole('heading', { name: 'A page' });
}

const rail = (name = 'Areas') => within(screen.getByRole('navigation', { name }));

describe('The rail', () => {
  test('leads to what somebody may use, and marks where they are', async () => {
    const user = userEvent.setup();
    await open('/board/queues/5', 'agent', 'admin');
    const places = () =>
      rail()
        .getAllByRole('link')
        .map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('aria-current')]);
    expect(places()).toEqual([
      ['Desk', '/desk', null],
      ['Board', '/board', 'page'],
      ['Tickets', '/tickets', null],
      ['Recordings', '/recordings', null],
      ['Administration', '/admin', null],
    ]);
    rail().getByRole('link', { name: 'Administration' }).focus();
    await user.keyboard('{Enter}');
    expect(await rail().findByRole('link', { current: 'page' })).toHaveTextContent('Administration');
  });

  test('is in the language of its reader', async () => {
    await setLanguage('de');
    await open('/board', 'admin');
    expect(rail('Bereiche').getByRole('link', { name: 'Leitstand' })).toBeInTheDocument();
  });

  test('is not there where there is only one place', async () => {
    await open('/my', 'customer');
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'My account' })).toBeInTheDocument();
  });

  test('hides nothing that sticks to the end of the window', () => {
    const rules = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.module.css'))
      .flatMap((file) =>
        [...readFileSync(join('src', file), 'utf8').matchAll(/[^{}]*{[^{}]*position: sticky;[^{}]*/g)].map(
          ([rule]) => `${file}: ${rule}`,
        ),
      );
    expect(rules).not.toEqual([]);
    expect(rules.filter((rule) => /\sbottom:(?!.*--bar-height)/.test(rule))).toEqual([]);
  });
});

describe('The account menu', () => {
  test('tells which of the choices is taken', async () => {
    const user = userEvent.setup();
    await open('/my', 'customer');
    await user.click(screen.getByRole('button', { name: 'My account' }));
    expect(await screen.findByRole('menuitemradio', { name: 'English' })).toBeChecked();
    expect(screen.getByRole('menuitemradio', { name: 'Deutsch' })).not.toBeChecked();
    expect(screen.getByRole('menuitemradio', { name: 'As the device' })).toBeChecked();
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'My account',
      'Sign out',
    ]);
    await user.click(screen.getByRole('menuitemradio', { name: 'Deutsch' }));
    expect(await screen.findByRole('button', { name: 'Mein Konto' })).toBeInTheDocument();
  });
});
