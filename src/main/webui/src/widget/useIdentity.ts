import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { api, data, isEmbedded, Problem } from '../api/client';
import { meQuery } from '../app/session';
import { signOut } from '../app/signOut';
import { feed } from '../feed/feed';
import { identityThere, tell, watchShop } from './shop';

const IDENTIFIED = 'patchbay-identified';

/**
 * Follows who is signed in at the shop.
 *
 * @param onChanged somebody else is here from now on, or nobody
 * @returns whether the shop's word is being looked at
 */
export function useIdentity(organisation: string | undefined, onChanged: () => void): boolean {
  const word = useSyncExternalStore(watchShop, identityThere);
  const client = useQueryClient();
  const [settled, setSettled] = useState<string | null>();
  const changed = useRef(onChanged);
  changed.current = onChanged;
  useEffect(() => {
    if (word === undefined) {
      return;
    }
    let isLast = true;
    void (word === null ? forget(client) : identify(client, organisation, word))
      .catch(() => false)
      .then((somebodyElse) => {
        if (isLast) {
          setSettled(word);
        }
        if (somebodyElse) {
          changed.current();
        }
      });
    return () => {
      isLast = false;
    };
  }, [client, organisation, word]);
  return typeof word === 'string' && word !== settled;
}

/** A visitor goes on, whom the shop never knew. */
async function forget(client: QueryClient): Promise<boolean> {
  tell({ patchbay: 'identity', accepted: false });
  if (!localStorage.getItem(IDENTIFIED)) {
    return false;
  }
  await signOut(client);
  localStorage.removeItem(IDENTIFIED);
  return true;
}

async function identify(
  client: QueryClient,
  organisation: string | undefined,
  token: string,
): Promise<boolean> {
  const before = client.getQueryData(meQuery.queryKey)?.id;
  try {
    const body = { ...(organisation && { organisation }), token, embedded: isEmbedded() };
    await data(api.POST('/api/v1/auth/identified', { body }));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) {
      tell({ patchbay: 'identity', accepted: false });
    }
    throw problem;
  }
  localStorage.setItem(IDENTIFIED, 'true');
  tell({ patchbay: 'identity', accepted: true });
  // A question that was asked before would be answered for whoever was here then.
  await client.cancelQueries({ queryKey: meQuery.queryKey });
  const now = await client.fetchQuery({ ...meQuery, staleTime: 0 });
  if (before === undefined || before === now.id) {
    return false;
  }
  feed.stop();
  client.clear();
  return true;
}
