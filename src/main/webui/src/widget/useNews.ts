import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isLive, myRequests } from '../portal/queries';
import { useMyUnread } from '../portal/useMyUnread';
import { isShown, tell, watchShop } from './shop';

const STORED = 'patchbay-seen';

/** Tells the shop's page how many messages are unread, and how many other requests changed since the customer last looked. */
export function useNews(): void {
  const shown = useSyncExternalStore(watchShop, isShown);
  const { data } = useInfiniteQuery(myRequests);
  const { total = 0, of } = useMyUnread();
  const unreadOf = useRef(of);
  unreadOf.current = of;
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
    // Messages are counted one by one, and not once more as a change of their request.
    const others = news.filter((request) => unreadOf.current(request) === 0);
    tell({ patchbay: 'unread', count: others.length + total });
  }, [data, shown, total]);
}

function read(): Record<string, string> | undefined {
  const stored = sessionStorage.getItem(STORED);
  return stored ? JSON.parse(stored) : undefined;
}
