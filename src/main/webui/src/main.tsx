import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client';
import { makeQueryClient, Providers } from './app/Providers';
import { makeRouter } from './app/router';
import { wordsAreThere } from './app/words';
import { feed } from './feed/feed';
// Whoever touches any page is at their desk too.
import './parts/attention';

const client = makeQueryClient();
const router = makeRouter(client);

onSignedOut(() => {
  const here = router.state.location;
  if (here.pathname !== '/sign-in') {
    feed.stop();
    client.clear();
    void router.navigate({ to: '/sign-in', search: { return: here.href, problem: 'session-ended' } });
  }
});

const root = document.getElementById('root');
void wordsAreThere().then(
  () =>
    root &&
    createRoot(root).render(
      <StrictMode>
        <Providers client={client}>
          <RouterProvider router={router} />
        </Providers>
      </StrictMode>,
    ),
);
