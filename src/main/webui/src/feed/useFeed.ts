import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Key, keys } from '../api/keys';
import { type FeedEvent, type FeedState, feed } from './feed';

/** How long changes are gathered before lists are read anew. */
const GATHER = 100;
/** What happens while lists are read waits for them so long: else where much happens no read would ever end. */
const PATIENCE = 2000;

/** Which of the lists that pages show may have changed with an event: the first part of their query keys. */
function concerns(event: FeedEvent): Key[] | 'everything' {
  switch (event.type) {
    case 'RESET':
    case 'CONFIGURATION':
      return 'everything';
    case 'PRESENCE':
      return [keys.agents.root, keys.floor, keys.myAgent];
    case 'ACTIVITY':
    case 'POSITION':
      return [];
    case 'CALL':
      return [keys.ticket(event.ticketId ?? 0, 'calls'), keys.tickets.calls];
    default:
      return [
        keys.tickets.root,
        ...(event.ticketId === undefined ? [] : [keys.ticket(event.ticketId)]),
        ...(event.conversationId === undefined ? [] : [keys.conversation(event.conversationId)]),
        keys.offers,
        keys.floor,
        keys.agents.root,
        keys.myAgent,
      ];
  }
}

/** Keeps what the page shows up to date: call once, where somebody is signed in who is told what happens. */
export function useLiveQueries(isTold = true): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isTold) {
      return undefined;
    }
    const stopGathering = gather(client);
    feed.start();
    return () => {
      stopGathering();
      feed.stop();
    };
  }, [client, isTold]);
}

export function gather(client: QueryClient): () => void {
  const changed = new Map<string, Key>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const schedule = () => {
    timer ??= setTimeout(refresh, GATHER);
  };
  const refresh = async () => {
    const concerned = everything ? [{}] : [...changed.values()].map((queryKey) => ({ queryKey }));
    everything = false;
    changed.clear();
    const begun = concerned.flatMap((filter) =>
      client
        .getQueryCache()
        .findAll({ ...filter, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined }),
    );
    await Promise.race([
      Promise.all(concerned.map((filter) => client.invalidateQueries(filter))),
      new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    // A first read that was under way is not begun anew, and may have missed it.
    for (const { queryHash, queryKey } of begun) {
      changed.set(queryHash, queryKey);
    }
    timer = undefined;
    if (!stopped && (everything || changed.size > 0)) {
      schedule();
    }
  };
  const stop = feed.listen((event) => {
    const concerned = concerns(event);
    if (concerned === 'everything') {
      everything = true;
    } else {
      for (const key of concerned) {
        changed.set(key.join('/'), key);
      }
    }
    schedule();
  });
  return () => {
    stopped = true;
    stop();
    clearTimeout(timer);
  };
}

/** Calls back for each event while the component is shown. */
export function useFeed(listener: (event: FeedEvent) => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => feed.listen((event) => latest.current(event)), []);
}

export function useFeedState(): FeedState {
  return useSyncExternalStore(feed.watch, feed.state);
}
