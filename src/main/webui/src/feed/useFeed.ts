import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type FeedEvent, type FeedState, feed } from './feed';

/** How long changes are gathered before lists are read anew. */
const GATHER = 100;

/** Which of the lists that pages show may have changed with an event: the first part of their query keys. */
export function concerns(event: FeedEvent): string[][] | 'everything' {
  switch (event.type) {
    case 'RESET':
    case 'CONFIGURATION':
      return 'everything';
    case 'PRESENCE':
      return [['agents'], ['floor'], ['me', 'agent']];
    default:
      return [
        ['tickets'],
        ['ticket', String(event.ticketId)],
        ['offers'],
        ['floor'],
        ['agents'],
        ['me', 'agent'],
      ];
  }
}

/** Keeps what the page shows up to date: call once, where somebody is signed in. */
export function useLiveQueries(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stopGathering = gather(client);
    feed.start();
    return () => {
      stopGathering();
      feed.stop();
    };
  }, [client]);
}

function gather(client: QueryClient): () => void {
  const keys = new Map<string, string[]>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    if (everything) {
      void client.invalidateQueries();
    } else {
      for (const queryKey of keys.values()) {
        void client.invalidateQueries({ queryKey });
      }
    }
    everything = false;
    keys.clear();
  };
  const stop = feed.listen((event) => {
    const concerned = concerns(event);
    if (concerned === 'everything') {
      everything = true;
    } else {
      for (const key of concerned) {
        keys.set(key.join('/'), key);
      }
    }
    timer ??= setTimeout(refresh, GATHER);
  });
  return () => {
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
