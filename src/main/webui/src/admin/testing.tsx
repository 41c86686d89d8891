import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { keys } from '../api/keys';
import { makeQueryClient, Providers } from '../app/Providers';
import { Admin, AdminSection, AdminThing } from '.';
import './core/words';

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: never;
}

type Answer = { status?: number; body?: unknown };

// The client of the API keeps the fetch that it finds when it is made, so it must be ours before that.
const network = vi.hoisted(() => {
  const own = {
    answer: async (_: Request): Promise<Response> => {
      throw new Error('Nobody answers yet');
    },
  };
  globalThis.fetch = ((request: Request) => own.answer(request)) as typeof fetch;
  return own;
});

/** The other end of the pages: answers by method and path, and keeps what was asked. */
export function serve(answers: Record<string, (asked: Asked) => Answer>): Asked[] {
  const all: Asked[] = [];
  network.answer = async (request) => {
    const { pathname } = new URL(request.url);
    const text = await request.text();
    const asked = {
      method: request.method,
      path: pathname.replace('/api/v1', ''),
      headers: request.headers,
      body: (text ? JSON.parse(text) : undefined) as never,
    };
    all.push(asked);
    const { status = 200, body } = answers[`${asked.method} ${asked.path}`]?.(asked) ?? {
      status: 404,
      body: { title: 'There is no such thing', detail: `Nobody answers ${asked.method} ${asked.path}.` },
    };
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status: body === undefined ? 204 : status,
      headers: { 'Content-Type': 'application/json' },
    });
  };
  return all;
}

/** Opens a page of the administration as the application does. */
export function open(path: string) {
  const root = createRootRoute({ component: Outlet });
  const admin = createRoute({ getParentRoute: () => root, path: '/admin', component: Admin });
  const section = createRoute({ getParentRoute: () => admin, path: '$section', component: AdminSection });
  const thing = createRoute({ getParentRoute: () => admin, path: '$section/$id', component: AdminThing });
  const client = makeQueryClient();
  client.setQueryData(keys.me, { id: 1, organisationId: 1, name: 'Alex', roles: ['admin'] });
  const router = createRouter({
    routeTree: root.addChildren([admin.addChildren([section, thing])]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  render(
    <Providers client={client}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </Providers>,
  );
  return { client, router };
}
