import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Presence } from '../api/schema';
import { presences } from './floor';

export interface Filters {
  text?: string | undefined;
  presence?: Presence | undefined;
  free?: true | undefined;
}

function one<T extends string>(values: readonly T[], wanted: unknown): T | undefined {
  return values.find((value) => value === wanted);
}

/** Addresses are typed and sent by people: what makes no sense in them restricts nothing. */
export function filtersOf(search: Record<string, unknown>): Filters {
  return {
    text: search.text === undefined || search.text === '' ? undefined : String(search.text),
    presence: one(presences, search.presence),
    free: search.free === true || undefined,
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
