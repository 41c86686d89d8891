import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';

const RARELY = 5 * 60_000;

/** The tags of the organisation, by their names; archived ones, too. */
export const tagsQuery = queryOptions({
  queryKey: keys.tags.all,
  queryFn: async () => {
    const tags = await allOf((query) => data(api.GET('/api/v1/tags', { params: { query } })));
    return tags.toSorted((one, other) => one.name.localeCompare(other.name));
  },
  staleTime: RARELY,
});

/** The fields of the organisation; archived ones, too. */
export const fieldsQuery = queryOptions({
  queryKey: keys.ticketFields.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/ticket-fields', { params: { query } }))),
  staleTime: RARELY,
});
