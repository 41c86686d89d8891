import { queryOptions, useQuery } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';

/** Of lists to choose from; more than this nobody chooses from. */
const MOST = 2000;

export const allQueues = queryOptions({
  queryKey: ['queues', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/queues', { params: { query } })), MOST),
});

export const allSkills = queryOptions({
  queryKey: ['skills', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/skills', { params: { query } })), MOST),
});

export const allAgents = queryOptions({
  queryKey: ['agents', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/agents', { params: { query } })), MOST),
});

export const allGroups = queryOptions({
  queryKey: ['groups', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/groups', { params: { query } })), MOST),
});

export const allHours = queryOptions({
  queryKey: ['business-hours', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/business-hours', { params: { query } })), MOST),
});

export const allReasons = queryOptions({
  queryKey: ['presence-reasons', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/presence-reasons', { params: { query } })), MOST),
});

export const allAccounts = queryOptions({
  queryKey: ['accounts', 'admin', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/accounts', { params: { query } })), MOST),
});

interface Named {
  id: number;
  name: string;
}

/** What ids are called; the number itself while that is not known. */
export function useNames(options: {
  queryKey: readonly unknown[];
  queryFn?: unknown;
}): (id: number | null | undefined) => string {
  const { data: things } = useQuery(options as { queryKey: string[]; queryFn: () => Promise<Named[]> });
  return (id) => things?.find((thing) => thing.id === id)?.name ?? `#${id}`;
}

/** To choose from by name. */
export function choices(things: Named[] | undefined): { value: string; label: string }[] {
  return (things ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
}
