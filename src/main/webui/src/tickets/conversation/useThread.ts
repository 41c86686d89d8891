import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { api, data, Problem } from '../../api/client';
import type { MessageView, ParticipantView } from '../../api/schema';
import { useFeed, useFeedState } from '../../feed/useFeed';
import { reading, useLookedAt } from './attention';
import { merge } from './messages';
import { useUnsent } from './outbox';
import { conversationQuery, messagesQuery, readAnew, readBefore, readBy } from './queries';

/** Positions of others are told while somebody looks; where they are not heard, we ask. */
const ASK_EVERY = 10_000;
/** Of messages the feed tells; where it is cut, and requests still come through, we ask. */
const ASK_WITHOUT_FEED = 5_000;
const ASK_ANYWAY = 60_000;

/** A conversation that somebody has before them. */
export function useThread(id: number, account: number) {
  const client = useQueryClient();
  const live = useFeedState() === 'live';
  const messages = useQuery({
    ...messagesQuery(id),
    refetchInterval: live ? ASK_ANYWAY : ASK_WITHOUT_FEED,
  });
  const conversation = useQuery({
    ...conversationQuery(id),
    refetchInterval: live ? ASK_ANYWAY : ASK_EVERY,
  });
  useRemovals(id);
  const all = useUnsent(id);
  const items = messages.data?.items;
  // Another page may have sent it, and this one not heard of it yet.
  const unsent = useMemo(() => {
    const said = new Set(items?.map(({ clientId }) => clientId));
    return all.filter(({ clientId }) => !said.has(clientId));
  }, [all, items]);
  const [loadingOlder, setLoadingOlder] = useState(false);
  const first = items?.[0]?.number;
  const loadOlder = useCallback(async () => {
    if (first === undefined) {
      return;
    }
    setLoadingOlder(true);
    try {
      const page = await readBefore(id, first);
      client.setQueryData(
        messagesQuery(id).queryKey,
        (known) => known && { ...known, items: merge(known.items, page.items), older: page.more },
      );
    } catch {
      // The button is still there.
    } finally {
      setLoadingOlder(false);
    }
  }, [client, id, first]);
  return {
    items,
    older: messages.data?.older ?? false,
    loadOlder,
    loadingOlder,
    problem: items ? null : messages.error,
    retry: messages.refetch,
    conversation: conversation.data,
    unsent,
    readAtFirst: useAtFirst(conversation.data && readBy(conversation.data, account)),
  };
}

/** Reads anew what lost words or files. Where nobody knows what was missed, that is all. */
function useRemovals(id: number): void {
  const client = useQueryClient();
  useFeed(({ type, conversationId, messageNumber }) => {
    if (type === 'RESET') {
      void client.resetQueries({ queryKey: messagesQuery(id).queryKey });
    } else if (type.startsWith('REMOVED') && conversationId === id && messageNumber != null) {
      void readAnew(client, id, messageNumber);
    }
  });
}

/** What it was when it was known first. */
function useAtFirst<T>(value: T | undefined): T | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) {
    setFirst(value);
  }
  return first;
}

/**
 * Tells how far somebody has read: up to the last message, once it is before their eyes.
 *
 * @param inView whether it is on the screen
 */
export function usePosition(
  id: number,
  account: number,
  last: number | undefined,
  atEnd: boolean,
  inView: boolean,
): void {
  const client = useQueryClient();
  const lookedAt = useLookedAt() && inView;
  const told = useRef({ read: 0, delivered: 0 });
  const [again, tryAgain] = useReducer((tries: number) => tries + 1, 0);
  useEffect(() => (lookedAt ? reading(id) : undefined), [id, lookedAt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is said again where no answer came
  useEffect(() => {
    if (last === undefined || last === 0) {
      return;
    }
    const before = told.current;
    const read = lookedAt && atEnd ? Math.max(before.read, last) : before.read;
    const delivered = Math.max(before.delivered, last);
    if (read === before.read && delivered === before.delivered) {
      return;
    }
    told.current = { read, delivered };
    const body = { readUpTo: read, deliveredUpTo: delivered };
    data(api.PUT('/api/v1/conversations/{id}/position', { params: { path: { id } }, body })).then(
      () => {
        client.setQueryData(
          conversationQuery(id).queryKey,
          (known) => known && { ...known, participants: moved(known.participants, account, read) },
        );
      },
      (problem) => {
        told.current = before;
        if (!(problem instanceof Problem)) {
          setTimeout(tryAgain, ASK_EVERY);
        }
      },
    );
  }, [client, id, account, last, atEnd, lookedAt, again]);
}

function moved(participants: ParticipantView[], account: number, read: number): ParticipantView[] {
  return participants.map((each) =>
    each.id === account ? { ...each, readUpTo: Math.max(each.readUpTo, read) } : each,
  );
}

/** What is to be read aloud of what others said since it was opened: each once. */
export function useAnnounced(
  items: readonly MessageView[] | undefined,
  account: number,
  say: (message: MessageView) => string,
): { last: number; text: string } {
  const last = useRef<number | undefined>(undefined);
  const [announced, setAnnounced] = useState({ last: 0, text: '' });
  const saying = useRef(say);
  saying.current = say;
  useEffect(() => {
    if (!items) {
      return;
    }
    const before = last.current;
    last.current = Math.max(before ?? 0, items.at(-1)?.number ?? 0);
    const come =
      before === undefined
        ? []
        : items.filter((message) => message.number > before && message.author.id !== account);
    if (come.length > 0) {
      setAnnounced({
        last: last.current,
        text: come.map((message) => saying.current(message)).join('\n'),
      });
    }
  }, [items, account]);
  return announced;
}
