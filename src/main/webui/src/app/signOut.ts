import type { QueryClient } from '@tanstack/react-query';
import { endSession } from '../api/client';
import { feed } from '../feed/feed';

/** Ends the session; what was read on its behalf is forgotten. */
export async function signOut(client: QueryClient): Promise<void> {
  feed.stop();
  await endSession();
  client.clear();
}
