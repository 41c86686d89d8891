import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import type { Page } from './List';

/** Of lists to choose from; more than this nobody chooses from. */
const MOST = 2000;
const PAGE = 200;

async function all<T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after && items.length < MOST);
  return items;
}

function query(after: string | undefined) {
  return { params: { query: { limit: PAGE, ...(after && { after }) } } };
}

export const allQueues = queryOptions({
  queryKey: ['queues', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/queues', query(after)))),
});

export const allSkills = queryOptions({
  queryKey: ['skills', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/skills', query(after)))),
});

export const allAgents = queryOptions({
  queryKey: ['agents', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/agents', query(after)))),
});

export const allGroups = queryOptions({
  queryKey: ['groups', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/groups', query(after)))),
});

export const allHours = queryOptions({
  queryKey: ['business-hours', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/business-hours', query(after)))),
});

export const allReasons = queryOptions({
  queryKey: ['presence-reasons', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/presence-reasons', query(after)))),
});

export const allAccounts = queryOptions({
  queryKey: ['accounts', 'admin', 'all'],
  queryFn: () => all((after) => data(api.GET('/api/v1/accounts', query(after)))),
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
