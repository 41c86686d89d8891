import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
// Before the client of the API, which keeps the fetch that it finds.
import '../testing/floor.testing';
import { makeQueryClient, Providers } from '../app/Providers';
import { Board, BoardQueue } from '.';

/** Opens the board, or a queue of it. */
export function show(path: string) {
  const root = createRootRoute();
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/board', component: Board }),
    createRoute({ getParentRoute: () => root, path: '/board/queues/$queueId', component: BoardQueue }),
  ];
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: root.addChildren(routes), history });
  const client = makeQueryClient();
  render(
    <Providers client={client}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return { router, client, user: userEvent.setup() };
}
