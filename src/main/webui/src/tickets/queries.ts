import { queryOptions, useQuery } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';

export const ticketQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', String(id)],
    queryFn: () =>
      data(api.GET('/api/v1/tickets/{id}', { params: { path: { id }, query: { expand: true } } })),
  });

export function useTicket(id: number, enabled = true) {
  return useQuery({ ...ticketQuery(id), enabled });
}

export const eventsQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', String(id), 'events'],
    queryFn: () =>
      allOf((query) => data(api.GET('/api/v1/tickets/{id}/events', { params: { path: { id }, query } }))),
  });

export const decisionsQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', String(id), 'decisions'],
    queryFn: () =>
      allOf((query) => data(api.GET('/api/v1/tickets/{id}/decisions', { params: { path: { id }, query } }))),
  });

export const customerQuery = (id: number) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });

export const agentQuery = (id: number) =>
  queryOptions({
    queryKey: ['agents', 'one', id],
    queryFn: () => data(api.GET('/api/v1/agents/{id}', { params: { path: { id } } })),
  });

export const queuesQuery = queryOptions({
  queryKey: ['queues', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/queues', { params: { query } }))),
});

export const skillsQuery = queryOptions({
  queryKey: ['skills', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/skills', { params: { query } }))),
});

/** Why agents may be away. */
export const reasonsQuery = queryOptions({
  queryKey: ['presence-reasons', 'all'],
  queryFn: () => allOf((query) => data(api.GET('/api/v1/presence-reasons', { params: { query } }))),
});
