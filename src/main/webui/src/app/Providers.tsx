import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './common.words';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Problem } from '../api/client';
import { showProblem } from './problems';
import { readable, theme } from './theme';

// No first screen has one; what is told before it has come, it shows when it comes.
const Notices = lazy<ComponentType>(() => import('./Notices').catch(() => ({ default: () => null })));

/** Every style that is made at run time bears it, or the content security policy refuses it. */
export const styleNonce = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

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

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
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
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
