import type { QueryClient } from '@tanstack/react-query';
import { feed } from '../feed/feed';

/** Ends the session; what was read on its behalf is forgotten. */
export async function signOut(client: QueryClient): Promise<void> {
  feed.stop();
  await fetch('/api/v1/auth/session', { method: 'DELETE' });
  client.clear();
}
