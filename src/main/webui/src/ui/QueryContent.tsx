import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { SkeletonRows } from './SkeletonRows';

/** What a query knows, or several of them together. */
export interface QueryState<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Shows what was read; before that so many rows that wait for it, or why it could not be read. */
export function QueryContent<T>({
  query,
  rows,
  height,
  children,
}: {
  query: QueryState<T>;
  rows?: number;
  /** How high a row is that waits. */
  height?: number;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data !== undefined) {
    return children(data);
  }
  return error ? (
    <ErrorState problem={error} retry={refetch} />
  ) : (
    <SkeletonRows {...(rows !== undefined && { rows })} {...(height !== undefined && { height })} />
  );
}
