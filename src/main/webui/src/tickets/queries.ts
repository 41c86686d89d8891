import { queryOptions, useQuery } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';

/** Of lists to choose from; more than this nobody chooses from. */
export const MOST = 2000;

export const ticketQuery = (id: number) =>
  queryOptions({
    queryKey: keys.ticket(id),
    queryFn: () =>
      data(api.GET('/api/v1/tickets/{id}', { params: { path: { id }, query: { expand: true } } })),
  });

export function useTicket(id: number, enabled = true) {
  return useQuery({ ...ticketQuery(id), enabled });
}

export const eventsQuery = (id: number) =>
  queryOptions({
    queryKey: keys.ticket(id, 'events'),
    queryFn: () =>
      allOf((query) => data(api.GET('/api/v1/tickets/{id}/events', { params: { path: { id }, query } }))),
  });

export const decisionsQuery = (id: number) =>
  queryOptions({
    queryKey: keys.ticket(id, 'decisions'),
    queryFn: () =>
      allOf((query) => data(api.GET('/api/v1/tickets/{id}/decisions', { params: { path: { id }, query } }))),
  });

export const customerQuery = (id: number) =>
  queryOptions({
    queryKey: keys.customers.one(id),
    queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });

export const agentQuery = (id: number) =>
  queryOptions({
    queryKey: keys.agents.one(id),
    queryFn: () => data(api.GET('/api/v1/agents/{id}', { params: { path: { id } } })),
  });

export const allAgentsQuery = queryOptions({
  queryKey: keys.agents.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/agents', { params: { query } })), MOST),
});

export const queuesQuery = queryOptions({
  queryKey: keys.queues.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/queues', { params: { query } })), MOST),
});

export const skillsQuery = queryOptions({
  queryKey: keys.skills.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/skills', { params: { query } })), MOST),
});

/** Why agents may be away. */
export const reasonsQuery = queryOptions({
  queryKey: keys.reasons.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/presence-reasons', { params: { query } })), MOST),
});

export const groupsQuery = queryOptions({
  queryKey: keys.groups.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/groups', { params: { query } })), MOST),
});
