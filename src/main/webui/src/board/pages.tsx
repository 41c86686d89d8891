import { Skeleton, Stack } from '@mantine/core';
import { type ComponentType, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BigScreen, Queue, Ticket } from './parts';

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
