import { queryOptions } from '@tanstack/react-query';
import { allOf } from '../api/allOf';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { SavedViewDetails, SavedViewRequest, ViewFilter } from '../api/schema';
import { type Filters, filtersOf, type Place, placeOf, searchOf } from './address';
import { columnsOf } from './columns';
import { paramsOf } from './queries';

/** The views that one has saved, and those that others share. */
export const viewsQuery = queryOptions({
  queryKey: keys.ticketViews.all,
  queryFn: async () => {
    const views = await allOf((query) => data(api.GET('/api/v1/ticket-views', { params: { query } })));
    return views.toSorted((one, other) => one.name.localeCompare(other.name));
  },
});

/** The place of a saved view, without what has been deleted since. */
export function placeOfView({ id, filter, sort, columns, missing }: SavedViewDetails): Place {
  const gone = new Set(missing.map(({ parameter, value }) => `${parameter} ${value}`));
  const there = <T>(parameter: string, value: T): T | undefined =>
    gone.has(`${parameter} ${value}`) ? undefined : value;
  const fields = (filter.field ?? []).filter(
    (text) => !gone.has(`field ${text}`) && !gone.has(`field ${text.split(':')[0]}`),
  );
  const filters: Filters = {
    text: filter.text ?? undefined,
    status: filter.status?.length === 1 ? filter.status[0] : undefined,
    priority: filter.priority ?? undefined,
    channel: filter.channel ?? undefined,
    queue: there('queueId', filter.queueId) ?? undefined,
    agent: filter.mine ? 'me' : (there('agentId', filter.agentId) ?? undefined),
    group: there('groupId', filter.groupId) ?? undefined,
    tags: filter.tagId?.filter((tag) => there('tagId', tag) !== undefined),
    due: filter.dueWithinMinutes == null ? undefined : 'soon',
    fields: Object.fromEntries(
      fields.map((text) => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]),
    ),
  };
  // As the address would tell it: what it cannot is left out.
  return placeOf(
    searchOf({
      ...filters,
      view: id,
      sort: (sort ?? undefined) as Place['sort'],
      columns: columns.filter((column) => !gone.has(`columns ${column}`)),
    }),
  );
}

/** Whether the place is no longer what was saved. */
export function differs(view: SavedViewDetails, { ticket: _, ...place }: Place): boolean {
  return inOrder(placeOfView(view)) !== inOrder({ ...place, view: view.id, columns: columnsOf(place) });
}

function inOrder(place: Place): string {
  return JSON.stringify(Object.entries(searchOf(place)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What is saved of a place; `groupId`: of those who see it, where it is shared, but not with everybody. */
interface Look {
  name: string;
  shared: boolean;
  groupId: number | undefined;
  place: Place;
}

function requestOf({ name, shared, groupId, place }: Look): SavedViewRequest {
  const filters = filtersOf(place);
  const { status, ...filter } = paramsOf(filters);
  return {
    name: name.trim(),
    shared,
    groupId: shared && groupId !== undefined ? groupId : null,
    // Which states are the usual ones is no part of it.
    filter: { ...filter, ...(filters.status && { status }) } satisfies ViewFilter,
    sort: place.sort ?? null,
    columns: columnsOf(place),
  };
}

export function createView(look: Look): Promise<SavedViewDetails> {
  return data(api.POST('/api/v1/ticket-views', { body: requestOf(look) }));
}

export function updateView({ id, version }: SavedViewDetails, look: Look): Promise<SavedViewDetails> {
  return data(
    api.PUT('/api/v1/ticket-views/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: requestOf(look),
    }),
  );
}

export function deleteView({ id, version }: SavedViewDetails): Promise<unknown> {
  return data(
    api.DELETE('/api/v1/ticket-views/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    }),
  );
}
