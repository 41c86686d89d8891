import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';

/** All who belong to a group. */
export const membersQuery = (groupId: number) =>
  queryOptions({
    queryKey: keys.groups.one(groupId, 'members'),
    queryFn: () =>
      allOf((query) =>
        data(api.GET('/api/v1/groups/{id}/members', { params: { path: { id: groupId }, query } })),
      ),
  });
