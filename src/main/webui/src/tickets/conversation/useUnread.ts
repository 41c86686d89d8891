import { useQueries, useQuery } from '@tanstack/react-query';
import type { ConversationView } from '../../api/schema';
import { isRead } from './attention';
import { conversationQuery, readBy, unreadQuery } from './queries';

const NONE: ConversationView[] = [];

/** By the number of each conversation that has any, how many messages of others somebody has not read. */
export function useUnread(conversations: ConversationView[] = NONE, account: number): Map<number, number> {
  const counts = useQueries({
    queries: conversations.map((each) =>
      unreadQuery(each.id, account, readBy(each, account), each.lastNumber),
    ),
  });
  return new Map(
    conversations.flatMap((each, index) => {
      const count = each.lastNumber > readBy(each, account) ? (counts[index]?.data ?? 0) : 0;
      return count > 0 && !isRead(each.id) ? [[each.id, count] as const] : [];
    }),
  );
}

/** How a conversation stands for one of its staff: what they have not read, and since when its customer waits. */
export function useStanding(id: number, account: number) {
  const conversation = useQuery(conversationQuery(id)).data;
  const unread = useUnread(conversation && [conversation], account);
  return { unread: unread.get(id) ?? 0, unansweredSince: conversation?.unansweredSince ?? undefined };
}
