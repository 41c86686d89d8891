import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Presence, Priority } from '../api/schema';
import { type ListedState, listedStates, presences } from './floor';

export const priorities = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const satisfies Priority[];

export interface Filters {
  view?: 'tickets' | undefined;
  text?: string | undefined;
  presence?: Presence | undefined;
  free?: true | undefined;
  status?: ListedState | undefined;
  queue?: number | undefined;
  agent?: number | undefined;
  priority?: Priority | undefined;
}

function one<T extends string>(values: readonly T[], wanted: unknown): T | undefined {
  return values.find((value) => value === wanted);
}

function id(wanted: unknown): number | undefined {
  const number = Number(wanted);
  return wanted !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** Addresses are typed and sent by people: what makes no sense in them restricts nothing. */
export function filtersOf(search: Record<string, unknown>): Filters {
  return {
    view: search.view === 'tickets' ? 'tickets' : undefined,
    text: search.text === undefined || search.text === '' ? undefined : String(search.text),
    presence: one(presences, search.presence),
    free: search.free === true || undefined,
    status: one(listedStates, search.status),
    queue: id(search.queue),
    agent: id(search.agent),
    priority: one(priorities, search.priority),
  };
}

/** What is filtered stands in the address, so that it can be kept and sent. */
export function useFilters(): [Filters, (change: Filters) => void] {
  const filters = filtersOf(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const change = useCallback(
    (changed: Filters) =>
      void navigate({
        to: '.',
        search: ((before: object) => ({ ...before, ...changed })) as never,
        replace: true,
      }),
    [navigate],
  );
  return [filters, change];
}
