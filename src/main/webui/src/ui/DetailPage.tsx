import type { ReactNode } from 'react';
import { Page, type PageHead } from './Page';
import { QueryContent, type QueryState } from './QueryContent';

interface Props<T> {
  /** The title as long as nothing was read that has one. */
  title: string;
  back?: ReactNode;
  query: QueryState<T>;
  head: (data: T) => PageHead;
  children: (data: T) => ReactNode;
}

/** The page of one thing: while it is read, where it cannot be read, and as it is. */
export function DetailPage<T>({ title, back, query, head, children }: Props<T>) {
  const known = query.data === undefined ? { title } : head(query.data);
  return (
    <Page {...known} back={back}>
      <QueryContent query={query}>{children}</QueryContent>
    </Page>
  );
}
