import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Channel, Priority, TicketStatus } from '../api/schema';
import { channels } from '../tickets/channels';
import { priorities } from '../tickets/priorities';

export const statuses = [
  'OPEN',
  'OFFERED',
  'IN_PROGRESS',
  'PENDING',
  'RESOLVED',
  'CLOSED',
  'CANCELLED',
] as const satisfies TicketStatus[];

export const sorts = ['priority', 'openedAt', '-openedAt', 'answerDueAt', 'resolutionDueAt'] as const;
export type Sort = (typeof sorts)[number];

export const builtIn = ['all', 'mine', 'unassigned', 'breaching'] as const;
export type BuiltIn = (typeof builtIn)[number];

export interface Filters {
  text?: string | undefined;
  /** Absent: all live ones; where words are looked for, all. */
  status?: TicketStatus | undefined;
  priority?: Priority | undefined;
  channel?: Channel | undefined;
  queue?: number | undefined;
  agent?: number | 'me' | undefined;
  group?: number | undefined;
  /** Tickets that have all of them. */
  tags?: number[] | undefined;
  /** Those that break what their queue promises already, or will within an hour. */
  due?: 'soon' | undefined;
  /** Values of the fields, by their keys. */
  fields?: Record<string, string> | undefined;
}

export interface Place extends Filters {
  /** A view that comes with the page, or the number of a saved one. */
  view?: BuiltIn | number | undefined;
  sort?: Sort | undefined;
  columns?: string[] | undefined;
  /** The ticket that is shown beside the list. */
  ticket?: number | undefined;
}

/** The restrictions of each view that comes with the page. */
export const builtInFilters: Record<BuiltIn, Filters> = {
  all: {},
  mine: { agent: 'me' },
  unassigned: { status: 'OPEN' },
  breaching: { due: 'soon' },
};

type Search = Record<string, unknown>;

const FIELD = 'field.';

function one<T extends string>(values: readonly T[], wanted: unknown): T | undefined {
  return values.find((value) => value === wanted);
}

function id(wanted: unknown): number | undefined {
  const number = Number(wanted);
  return wanted !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function text(wanted: unknown): string | undefined {
  return wanted === undefined || wanted === '' ? undefined : String(wanted);
}

function many(wanted: unknown): string[] | undefined {
  const values = text(wanted)
    ?.split(',')
    .filter((value) => value !== '');
  return values?.length ? [...new Set(values)] : undefined;
}

/** Addresses are typed and sent by people: what makes no sense in them restricts nothing. */
export function placeOf(search: Search): Place {
  const tags = many(search.tags)
    ?.map(id)
    .filter((tag) => tag !== undefined);
  const fields = Object.entries(search)
    .filter(([key, value]) => key.startsWith(FIELD) && text(value) !== undefined)
    .map(([key, value]) => [key.slice(FIELD.length), String(value)] as const);
  const place: Place = {
    view: one(builtIn, search.view) ?? id(search.view),
    text: text(search.text),
    status: one(statuses, search.status),
    priority: one(priorities, search.priority),
    channel: one(channels, search.channel),
    queue: id(search.queue),
    agent: search.agent === 'me' ? 'me' : id(search.agent),
    group: id(search.group),
    tags: tags?.length ? tags : undefined,
    due: one(['soon'], search.due),
    fields: fields.length > 0 ? Object.fromEntries(fields) : undefined,
    sort: one(sorts, search.sort),
    columns: search.columns === '' ? [] : many(search.columns),
    ticket: id(search.ticket),
  };
  return withoutAbsent(place);
}

/** The other way round: what stands in the address. */
export function searchOf({ tags, fields, columns, ...plain }: Place): Search {
  return withoutAbsent({
    ...plain,
    tags: tags && tags.length > 1 ? tags.join(',') : tags?.[0],
    columns: columns?.join(','),
    ...Object.fromEntries(Object.entries(fields ?? {}).map(([key, value]) => [FIELD + key, value])),
  });
}

function withoutAbsent<T extends object>(thing: T): T {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T;
}

function baseOf(view: Place['view']): Filters {
  return typeof view === 'string' ? builtInFilters[view] : {};
}

/** All restrictions of a place: those of its view, and those chosen besides. */
export function filtersOf(place: Place): Filters {
  const { view, sort: _, columns: __, ticket: ___, ...filters } = place;
  return { ...baseOf(view), ...filters };
}

/** A view is left where one of its own restrictions is changed; its other restrictions stay. */
export function changed(place: Place, change: Place): Place {
  const base = baseOf(place.view);
  const leaves = Object.keys(change).some((key) => key in base);
  return withoutAbsent(leaves ? { ...base, ...place, view: undefined, ...change } : { ...place, ...change });
}

/** The list stands in the address with its order and columns, so that it can be kept and sent. */
export function usePlace(): [Place, (change: Place) => void] {
  const search = useSearch({ strict: false }) as Search;
  const place = useMemo(() => placeOf(search), [search]);
  const navigate = useNavigate();
  const change = useCallback(
    (wanted: Place) =>
      void navigate({
        to: '.',
        search: ((before: Search) => searchOf(changed(placeOf(before), wanted))) as never,
        // Back leads from one ticket or view to the one before, not through what was typed.
        replace: !('ticket' in wanted || 'view' in wanted),
      }),
    [navigate],
  );
  return [place, change];
}
