import { type ComponentType, Suspense } from 'react';
import { PageSkeleton } from '../ui/PageSkeleton';
import { BigScreen, Queue, Ticket } from './parts';

/** Pages that come after the board, and need not be read with it. */
export const BoardQueue = () => <Later page={Queue} />;
export const BoardTicket = () => <Later page={Ticket} />;
export const Wall = () => <Later page={BigScreen} />;

function Later({ page: Page }: { page: ComponentType }) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page />
    </Suspense>
  );
}
