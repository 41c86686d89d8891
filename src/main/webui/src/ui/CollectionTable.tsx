import { Group, type MantineBreakpoint, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../api/allOf';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { ListEnd } from './ListEnd';
import { SearchField } from './SearchField';
import { SkeletonRows } from './SkeletonRows';
import classes from './tables.module.css';
import './words';

const PAGE = 100;

export interface Column<T> {
  key: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** Left out on narrower screens. */
  from?: MantineBreakpoint;
  /** Of buttons: at the end, as narrow as they are. */
  actions?: boolean;
}

export interface Collection<T extends { id: number }> {
  /** What is listed, as the table is called. */
  label: string;
  queryKey: QueryKey;
  read: (after: string | undefined, limit: number) => Promise<Page<T>>;
  /** Must stay the same between renderings, so that rows need not be made anew. */
  columns: Column<T>[];
  /** Searches what is read; the rest is read while somebody searches. */
  matches?: (row: T, text: string) => boolean;
  /** Instead of `matches`, where the server searches: what is typed. */
  onSearch?: (text: string) => void;
  /** Beside the search. */
  filters?: ReactNode;
  /** Whether filters leave some out, so that nothing shown does not mean that there is nothing. */
  filtered?: boolean;
  /** Shown where there is nothing at all: what to do next. */
  empty: { title: string; hint?: ReactNode; actions?: ReactNode };
}

/** A list of things with search and "more". */
export function CollectionTable<T extends { id: number }>({
  label,
  queryKey,
  read,
  columns,
  matches,
  onSearch,
  filters,
  filtered = false,
  empty,
}: Collection<T>) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam, PAGE),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const wanted = text.trim();
  const searching = wanted !== '';
  useEffect(() => {
    if (searching && matches && hasNextPage && !isFetching) {
      void fetchNextPage();
    }
  }, [searching, matches, hasNextPage, isFetching, fetchNextPage]);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const shown = useMemo(
    () => (searching && matches ? rows.filter((row) => matches(row, wanted)) : rows),
    [rows, searching, matches, wanted],
  );
  return (
    <Stack gap="sm">
      <Group gap="sm" align="end">
        {(matches || onSearch) && (
          <SearchField
            label={t('searchIn', { what: label })}
            text={text}
            onChange={(typed) => {
              setText(typed);
              onSearch?.(typed.trim());
            }}
          />
        )}
        {filters}
      </Group>
      {pages.isPending ? (
        <SkeletonRows />
      ) : pages.isError ? (
        <div className={classes.card}>
          <ErrorState problem={pages.error} retry={pages.refetch} />
        </div>
      ) : rows.length === 0 && !searching && !filtered ? (
        <div className={classes.card}>
          <EmptyState title={empty.title} hint={empty.hint}>
            {empty.actions}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={classes.card}>
            <Table className={classes.table} aria-label={label} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  {columns.map((column) =>
                    column.actions ? (
                      <Table.Th key={column.key} className={classes.narrow}>
                        <VisuallyHidden>{t('actions')}</VisuallyHidden>
                      </Table.Th>
                    ) : (
                      <Table.Th key={column.key} visibleFrom={column.from} scope="col">
                        {column.label}
                      </Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((row) => (
                  <Row key={row.id} row={row} columns={columns as Column<{ id: number }>[]} />
                ))}
              </Table.Tbody>
            </Table>
            {shown.length === 0 && (
              <Text c="dimmed" p="lg" ta="center">
                {t('nothingMatches')}
              </Text>
            )}
          </div>
          <ListEnd
            count={shown.length}
            hasMore={hasNextPage}
            loading={isFetching}
            onMore={() => void fetchNextPage()}
          />
        </>
      )}
    </Stack>
  );
}

const Row = memo(function Row({ row, columns }: { row: { id: number }; columns: Column<{ id: number }>[] }) {
  return (
    <Table.Tr>
      {columns.map((column) => (
        <Table.Td
          key={column.key}
          visibleFrom={column.from}
          className={column.actions ? classes.narrow : undefined}
        >
          {column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
});
