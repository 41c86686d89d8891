import { Skeleton, Stack } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const Queue = lazy(async () => ({ default: (await import('./BoardQueue')).BoardQueue }));
const Ticket = lazy(async () => ({ default: (await import('./BoardTicket')).BoardTicket }));
const BigScreen = lazy(async () => ({ default: (await import('./Wall')).Wall }));

/** Pages that come after the board, and need not be read with it. */
export const BoardQueue = () => <Later page={Queue} />;
export const BoardTicket = () => <Later page={Ticket} />;
export const Wall = () => <Later page={BigScreen} />;

function Later({ page: Page }: { page: ComponentType }) {
  const { t } = useTranslation('common');
  return (
    <Suspense
      fallback={
        <Stack role="status" aria-label={t('loading')}>
          <Skeleton h={32} w={240} />
          <Skeleton h={240} />
        </Stack>
      }
    >
      <Page />
    </Suspense>
  );
}
