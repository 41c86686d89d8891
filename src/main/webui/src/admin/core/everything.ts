import { queryOptions, useQuery } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { type Key, keys } from '../../api/keys';
import { MOST } from '../../tickets/queries';

export const allHours = queryOptions({
  queryKey: keys.hours.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/business-hours', { params: { query } })), MOST),
});

export const allAccounts = queryOptions({
  queryKey: keys.accounts.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/accounts', { params: { query } })), MOST),
});

export const allApiClients = queryOptions({
  queryKey: keys.apiClients.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/api-clients', { params: { query } })), MOST),
});

interface Named {
  id: number;
  name: string;
}

/** What ids are called; the number itself while that is not known. */
export function useNames(options: {
  queryKey: Key;
  queryFn?: unknown;
}): (id: number | null | undefined) => string {
  const { data: things } = useQuery(options as { queryKey: Key; queryFn: () => Promise<Named[]> });
  return (id) => things?.find((thing) => thing.id === id)?.name ?? `#${id}`;
}

/** To choose from by name. */
export function choices(things: Named[] | undefined): { value: string; label: string }[] {
  return (things ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}
