import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeQueryClient, Providers } from '../app/Providers';
import { SetPassword, Welcome } from '.';

// The client of the API keeps the fetch that it finds when it is made, so it must be ours before that.
const server = vi.hoisted(() => {
  const own = { asked: [] as { path: string; body: unknown }[], status: 200 };
  globalThis.fetch = (async (request: Request) => {
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    own.asked.push({ path, body: text ? JSON.parse(text) : undefined });
    const body =
      own.status < 400
        ? { id: 7, email: 'carla@example.org', name: 'Carla', roles: ['customer'] }
        : { type: 'urn:patchbay:problem:link-expired', title: 'The link was used or is too old' };
    return new Response(JSON.stringify(body), {
      status: own.status,
      headers: { 'content-type': own.status < 400 ? 'application/json' : 'application/problem+json' },
    });
  }) as typeof fetch;
  return own;
});

function open(path: string) {
  server.asked = [];
  const root = createRootRoute({ component: Outlet });
  const page = (of: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path: of, component });
  const router = createRouter({
    routeTree: root.addChildren([
      page('/', () => <p>The portal</p>),
      page('/sign-in', () => <p>The door</p>),
      page('/welcome', Welcome),
      page('/set-password', SetPassword),
    ]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  render(
    <Providers client={makeQueryClient()}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
}

describe('the link of a mail', () => {
  it('makes the account of whoever signed up, and lets them in', async () => {
    const user = userEvent.setup();
    server.status = 200;
    open('/welcome?organisation=acme#the-token');
    await user.type(await screen.findByLabelText(/Password/), 'a good long sentence');
    await user.click(screen.getByRole('button', { name: 'Create the account' }));
    expect(await screen.findByText('The portal')).toBeVisible();
    expect(server.asked.slice(0, 2)).toEqual([
      { path: '/auth/sign-up/confirm', body: { token: 'the-token', password: 'a good long sentence' } },
      {
        path: '/auth/session',
        body: { organisation: 'acme', username: 'carla@example.org', password: 'a good long sentence' },
      },
    ]);
  }, 90_000);

  it('that was used is told as such', async () => {
    const user = userEvent.setup();
    server.status = 410;
    for (const [path, button] of [
      ['/welcome#old', 'Create the account'],
      ['/set-password#old', 'Set the password'],
    ] as const) {
      open(path);
      await user.type(await screen.findByLabelText(/assword/, { selector: 'input' }), 'a good long sentence');
      await user.click(screen.getByRole('button', { name: button }));
      expect(await screen.findByText(/The link was used, or is too old/)).toBeVisible();
      cleanup();
    }
  }, 90_000);
});
