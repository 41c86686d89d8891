import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';

export type Role = 'customer' | 'agent' | 'supervisor' | 'admin' | 'integration' | 'operator';

/** Who is signed in; fails with a 401 where nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: () => data(api.GET('/api/v1/me')),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** How one may sign in to an organisation, or to the one that is meant where none is named. */
export const signInOptionsQuery = (organisation: string | undefined) =>
  queryOptions({
    queryKey: keys.signInOptions(organisation),
    queryFn: () =>
      data(api.GET('/api/v1/auth/options', { params: { query: organisation ? { organisation } : {} } })),
    retry: false,
  });

/** Of a page that only those who are signed in reach. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

/** Also where nobody may be signed in. */
export function useMaybeMe() {
  return useQuery(meQuery).data;
}
