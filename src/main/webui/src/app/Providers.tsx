import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './common.words';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Problem } from '../api/client';
import { NewVersion } from '../parts/NewVersion';
import { lazyPart } from '../parts/parts';
import { showProblem } from './problems';
import { readable, theme } from './theme';

// No first screen has one; what is told before it has come, it shows when it comes.
const Notices = lazyPart(() => import('./Notices'));

/** Every style that is made at run time bears it, or the content security policy refuses it. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// Dialogs keep the page behind them from scrolling by a style of their own.
setNonce(styleNonce());

export function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      // The feed says when something has changed.
      queries: { staleTime: 60_000, retry: (times, problem) => !(problem instanceof Problem) && times < 3 },
      mutations: { onError: showProblem },
    },
  });
}

/** What `begin.js` counts: how often a page was loaded anew before it began. */
const TRIES = 'patchbay-begun';

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  useEffect(() => sessionStorage.removeItem(TRIES), []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      cssVariablesResolver={readable}
    >
      <Suspense fallback={null}>
        <Notices />
      </Suspense>
      <QueryClientProvider client={client}>
        {children}
        <NewVersion />
      </QueryClientProvider>
    </MantineProvider>
  );
}
