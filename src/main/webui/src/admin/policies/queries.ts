import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { PolicyVersionView } from '../../api/schema';

export const policiesQuery = queryOptions({
  queryKey: keys.policies.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/routing-policies', { params: { query } }))),
});

export const policyQuery = (id: number) =>
  queryOptions({
    queryKey: keys.policies.one(id),
    queryFn: () => data(api.GET('/api/v1/routing-policies/{id}', { params: { path: { id } } })),
  });

/** The newest first. */
export const versionsQuery = (id: number) =>
  queryOptions({
    queryKey: keys.policies.one(id, 'versions'),
    queryFn: async () => {
      const page = await data(
        api.GET('/api/v1/routing-policies/{id}/versions', {
          params: { path: { id }, query: { limit: 200 } },
        }),
      );
      return page.items as PolicyVersionView[];
    },
  });

export const versionQuery = (id: number, number: number) =>
  queryOptions({
    queryKey: keys.policies.one(id, 'version', number),
    queryFn: () =>
      data(api.GET('/api/v1/routing-policies/{id}/versions/{number}', { params: { path: { id, number } } })),
  });
