import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { myConversationsQuery, useUnread } from '../tickets/conversation';
import { myRequests } from './queries';

/** What others wrote to me that I have not read. */
export function useMyUnread() {
  const me = useMe();
  const { isSuccess } = useInfiniteQuery(myRequests);
  const conversations = useQuery({ ...myConversationsQuery, enabled: isSuccess }).data?.items;
  const unread = useUnread(conversations, me.id);
  const ticketOf = new Map(conversations?.map(({ id, ticketId }) => [id, ticketId]));
  return {
    /** Undefined until it is known. */
    total: conversations && [...unread.values()].reduce((sum, count) => sum + count, 0),
    /** Of several requests of one conversation, the one that it is about now has them. */
    of: ({ id, conversationId }: TicketView) =>
      ticketOf.get(conversationId) === id ? (unread.get(conversationId) ?? 0) : 0,
  };
}
