import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { isLive, myRequests } from '../portal/queries';
import { isShown, tell, watchShown } from './shop';

const STORED = 'patchbay-seen';

/** Tells the shop's page how many requests changed since the customer last looked. */
export function useNews(): void {
  const shown = useSyncExternalStore(watchShown, isShown);
  const { data } = useInfiniteQuery(myRequests);
  useEffect(() => {
    if (!data) {
      return;
    }
    const requests = data.pages.flatMap((page) => page.items);
    const now = Object.fromEntries(requests.map((request) => [request.id, request.updatedAt]));
    const seen = shown ? now : read();
    if (shown || !seen) {
      // The next page of the shop begins with what was seen on this one.
      sessionStorage.setItem(STORED, JSON.stringify(now));
    }
    const news = requests.filter(
      (request) =>
        seen && seen[request.id] !== request.updatedAt && (seen[request.id] !== undefined || isLive(request)),
    );
    tell({ patchbay: 'unread', count: news.length });
  }, [data, shown]);
}

function read(): Record<string, string> | undefined {
  const stored = sessionStorage.getItem(STORED);
  return stored ? JSON.parse(stored) : undefined;
}
