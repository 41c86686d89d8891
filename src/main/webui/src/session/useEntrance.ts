import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { meQuery } from '../app/session';

/** Takes who has just signed in to where they were going; nothing is left of who was there before. */
export function useEntrance(href = '/'): () => Promise<void> {
  const navigate = useNavigate();
  const client = useQueryClient();
  return async () => {
    client.clear();
    await client.fetchQuery(meQuery);
    await navigate({ href, replace: true });
  };
}
