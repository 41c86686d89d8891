import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';

const ASK_ANYWAY = 60_000;

export const unreadMentionsQuery = queryOptions({
  queryKey: keys.mentions.unread,
  queryFn: () => data(api.GET('/api/v1/me/mentions/unread')),
  refetchInterval: ASK_ANYWAY,
});

/** The latest ones. */
export const mentionsQuery = queryOptions({
  queryKey: keys.mentions.list,
  queryFn: () => data(api.GET('/api/v1/me/mentions', { params: { query: { limit: 20 } } })),
});

/** Live tickets of others into which one is invited. */
export const invitedQuery = queryOptions({
  queryKey: keys.tickets.invited,
  queryFn: () =>
    data(api.GET('/api/v1/tickets', { params: { query: { invited: true, expand: true, limit: 20 } } })),
});

export const colleaguesQuery = (conversation: number, text: string) =>
  queryOptions({
    queryKey: keys.mentions.colleagues(conversation, text),
    queryFn: () =>
      data(
        api.GET('/api/v1/conversations/{id}/colleagues', {
          params: { path: { id: conversation }, query: text ? { text } : {} },
        }),
      ),
    staleTime: ASK_ANYWAY,
  });
