import { useSyncExternalStore } from 'react';
import { api, data, newKey } from '../api/client';
import type { BegunCallView, CallKind, CallView } from '../api/schema';
import { feed } from '../feed/feed';
import { CallConnection } from './connection';
import { persistently } from './retries';
import type { Options, Snapshot } from './snapshot';

/** The call in which this window was, for whoever loads it anew. */
const STORED = 'patchbay-call';

let connection: CallConnection | undefined;
let stop = () => {};
const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) {
    watcher();
  }
}

/** The call in which this window is, or was until somebody has seen its end. */
export function current(): CallConnection | undefined {
  return connection;
}

const isOn = (call: CallConnection | undefined) => call !== undefined && !call.snapshot.ended;

/** Takes part in a call; in one at a time. */
export async function join(callId: number, options: Options = {}): Promise<void> {
  if (isOn(connection)) {
    if (connection?.callId === callId) {
      await connection.setMode(options.mode ?? 'TALK');
      return;
    }
    await connection?.leave();
  }
  stop();
  const joined = new CallConnection(callId, options);
  connection = joined;
  const stopFeed = feed.listen((event) => {
    if (event.type === 'RESET' || (event.type === 'CALL' && event.callId === callId)) {
      void joined.report();
    }
  });
  const unwatch = joined.watch(() => {
    keep(joined.snapshot);
    tell();
  });
  stop = () => {
    stopFeed();
    unwatch();
  };
  tell();
  try {
    await joined.start();
  } catch (problem) {
    forget();
    throw problem;
  }
}

/** The end of the last call was seen. */
export function forget(): void {
  if (connection && !connection.snapshot.ended) {
    void connection.leave();
  }
  stop();
  stop = () => {};
  connection = undefined;
  sessionStorage.removeItem(STORED);
  tell();
}

function keep({ callId, mode, muted, camera, ended }: Snapshot): void {
  if (ended) {
    sessionStorage.removeItem(STORED);
  } else {
    sessionStorage.setItem(STORED, JSON.stringify({ callId, mode, muted, camera }));
  }
}

/** Goes on with the call in which this window was before it was loaded anew. */
export async function rejoin(): Promise<void> {
  const stored = sessionStorage.getItem(STORED);
  if (connection || stored === null) {
    return;
  }
  sessionStorage.removeItem(STORED);
  const { callId, ...options } = JSON.parse(stored);
  await join(callId, options);
}

/** Customers call. However often it is asked because no answer came, it is one call. */
export async function begin(kind: CallKind): Promise<BegunCallView> {
  const key = newKey();
  return persistently(() =>
    data(api.POST('/api/v1/calls', { params: { header: { 'Idempotency-Key': key } }, body: { kind } })),
  );
}

/** Calls about a ticket that is there; where it has a call already, that one. */
export async function startOf(ticketId: number, kind: CallKind): Promise<CallView> {
  return persistently(() =>
    data(api.POST('/api/v1/tickets/{id}/calls', { params: { path: { id: ticketId } }, body: { kind } })),
  );
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** How the call of this window is. */
export function useCalling(): Snapshot | undefined {
  return useSyncExternalStore(watch, () => connection?.snapshot);
}
