import { queryOptions } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import type { MemberView } from '../../api/schema';

/** All who belong to a group. */
export const membersQuery = (groupId: number) =>
  queryOptions({
    queryKey: ['groups', 'admin', groupId, 'members'],
    queryFn: async () => {
      const members: MemberView[] = [];
      let after: string | undefined;
      do {
        const page = await data(
          api.GET('/api/v1/groups/{id}/members', {
            params: { path: { id: groupId }, query: { limit: 200, ...(after && { after }) } },
          }),
        );
        members.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      return members;
    },
  });
