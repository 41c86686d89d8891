import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { ConversationView, MessageView } from '../../api/schema';
import { type Messages, merge } from './messages';

const FIRST = 50;
const MOST = 200;

export const conversationQuery = (id: number) =>
  queryOptions({
    queryKey: keys.conversation(id),
    queryFn: () => data(api.GET('/api/v1/conversations/{id}', { params: { path: { id } } })),
  });

/**
 * The last messages, and all that came since they were read: each further read asks for those after the last one that is
 * here, so nothing is missed, whatever was heard of it.
 */
export const messagesQuery = (id: number) =>
  queryOptions({
    queryKey: keys.conversation(id, 'messages'),
    queryFn: async ({ client }): Promise<Messages> => {
      const known = () => client.getQueryData<Messages>(keys.conversation(id, 'messages'));
      const before = known();
      if (!before) {
        const { items, more } = await read(id, { limit: FIRST });
        return { items, older: more, upTo: items.at(-1)?.number ?? 0 };
      }
      const come: MessageView[] = [];
      for (let more = true; more; ) {
        const after = come.at(-1)?.number ?? before.upTo;
        const page = await read(id, { after, limit: MOST });
        come.push(...page.items);
        more = page.more && page.items.length > 0;
      }
      // What was read or sent meanwhile stays.
      const now = known() ?? before;
      const last = come.at(-1)?.number;
      return last === undefined ? now : { ...now, items: merge(now.items, come), upTo: last };
    },
  });

/** What was said before a message. */
export function readBefore(id: number, before: number) {
  return read(id, { before, limit: FIRST });
}

/** One message, where it may be read. */
export const messageQuery = (conversation: number, number: number) =>
  queryOptions({
    queryKey: keys.message(conversation, number),
    queryFn: async () => {
      const { items } = await read(conversation, { after: number - 1, limit: 1 });
      return items.find((message) => message.number === number) ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One message of which something was removed, wherever it is shown. */
export async function readAnew(client: QueryClient, conversation: number, number: number): Promise<void> {
  await client.invalidateQueries({ queryKey: keys.message(conversation, number) });
  const message = await client.fetchQuery({ ...messageQuery(conversation, number), staleTime: 0 });
  client.setQueryData<Messages>(keys.conversation(conversation, 'messages'), (known) =>
    known && message && known.items.some((each) => each.number === number)
      ? { ...known, items: merge(known.items, [message]) }
      : known,
  );
}

/** How many of the messages after one that somebody has read are of others. */
export const unreadQuery = (conversation: number, account: number, after: number, last: number) =>
  queryOptions({
    queryKey: keys.conversations.unread(conversation, after, last),
    queryFn: async () => {
      const { items } = await read(conversation, { after, limit: MOST });
      return items.filter(({ author }) => author.id !== account).length;
    },
    enabled: last > after,
    staleTime: Number.POSITIVE_INFINITY,
  });

function read(id: number, query: { after?: number; before?: number; limit: number }) {
  return data(api.GET('/api/v1/conversations/{id}/messages', { params: { path: { id }, query } }));
}

/** Up to which message somebody has read. */
export function readBy(conversation: ConversationView, account: number): number {
  return conversation.participants.find(({ id }) => id === account)?.readUpTo ?? 0;
}
