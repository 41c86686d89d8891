import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../testing/floor.testing';
import { keys } from '../api/keys';
import type { FieldView, TagView } from '../api/schema';
import { makeQueryClient, Providers } from '../app/Providers';
import { Tickets } from '.';

export function tag(id: number, name: string, more: Partial<TagView> = {}): TagView {
  return { id, name, colour: 'TEAL', archived: false, version: 0, ...more };
}

export function field(id: number, key: string, label: string, more: Partial<FieldView> = {}): FieldView {
  return { id, key, label, type: 'TEXT', options: [], archived: false, version: 0, ...more };
}

/** Opens the list of tickets, as somebody of these roles. */
export function show(path: string, roles = ['supervisor']) {
  const root = createRootRoute();
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/tickets', component: Tickets }),
    createRoute({ getParentRoute: () => root, path: '/board/tickets/$ticketId', component: () => null }),
  ];
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren(routes), history });
  const client = makeQueryClient();
  client.setQueryData(keys.me, { id: 1, organisationId: 1, name: 'Sam', roles });
  render(
    <Providers client={client}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return { router, client, user: userEvent.setup() };
}
