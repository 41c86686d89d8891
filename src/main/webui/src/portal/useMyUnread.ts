import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { conversationQuery, useUnread } from '../tickets/conversation';
import { myRequests } from './queries';

/** In older ones nobody writes any more. */
const LATEST = 10;

/** What others wrote to me that I have not read. */
export function useMyUnread() {
  const me = useMe();
  const requests = useInfiniteQuery(myRequests).data;
  const latest = useMemo(
    () => [
      ...new Set(
        requests?.pages
          .flatMap((page) => page.items)
          .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
          .map(({ conversationId }) => conversationId)
          .slice(0, LATEST),
      ),
    ],
    [requests],
  );
  const known = useQueries({ queries: latest.map(conversationQuery) });
  const conversations = known.flatMap(({ data }) => data ?? []);
  const unread = useUnread(conversations, me.id);
  const ticketOf = new Map(conversations.map(({ id, ticketId }) => [id, ticketId]));
  const isKnown = requests !== undefined && known.every(({ isPending }) => !isPending);
  return {
    /** Undefined until it is known. */
    total: isKnown ? [...unread.values()].reduce((sum, count) => sum + count, 0) : undefined,
    /** Of several requests of one conversation, the one that it is about now has them. */
    of: ({ id, conversationId }: TicketView) =>
      ticketOf.get(conversationId) === id ? (unread.get(conversationId) ?? 0) : 0,
  };
}
