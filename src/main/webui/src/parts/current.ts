import type { QueryClient } from '@tanstack/react-query';
import { findPlace, loadAnew, wasLoadedAnew } from './place';
import { isQuiet, watchSending } from './quiet';
import { askVersion, ownVersion, update } from './version';

const LOOK_EVERY = 5_000;
/** Whatever replicas of different versions answer, nobody's page is loaded by itself again and again. */
const AGAIN_AFTER = 5 * 60_000;

/** Keeps the page of the server's version: loads it anew at a quiet moment, and where somebody was is found again. */
export function keepCurrent(client: QueryClient): () => void {
  const stops = [findPlace(), watchSending(client)];
  const timer = setInterval(() => void look(client), LOOK_EVERY);
  return () => {
    clearInterval(timer);
    for (const stop of stops) {
      stop();
    }
  };
}

async function look(client: QueryClient): Promise<void> {
  if (update() !== 'none' && isQuiet(client) && !isFresh() && (await isThere()) && isQuiet(client)) {
    loadAnew();
  }
}

/** Who would be answered with what they have now, by a replica that is still of that version, keeps it. */
async function isThere(): Promise<boolean> {
  const version = await askVersion();
  return version !== undefined && (update() !== 'newer' || version > (ownVersion() ?? ''));
}

function isFresh(): boolean {
  return wasLoadedAnew() && performance.now() < AGAIN_AFTER;
}
