import {
  Button,
  Group,
  type MantineBreakpoint,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import { messageOf } from '../../app/problems';
import { useKeys } from '../../parts/keys';
import classes from './core.module.css';

const PAGE = 100;

interface Column<T> {
  key: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** Left out on narrower screens. */
  from?: MantineBreakpoint;
  /** Of buttons: at the end, as narrow as they are. */
  actions?: boolean;
}

interface Props<T extends { id: number }> {
  /** What is listed, as the table is called. */
  label: string;
  queryKey: readonly unknown[];
  read: (after: string | undefined, limit: number) => Promise<Page<T>>;
  /** Must stay the same between renderings, so that rows need not be made anew. */
  columns: Column<T>[];
  /** Searches what is read; the rest is read while somebody searches. */
  matches?: (row: T, text: string) => boolean;
  /** Instead of `matches`, where the server searches: what is typed. */
  onSearch?: (text: string) => void;
  /** Beside the search. */
  filters?: ReactNode;
  /** Where there is nothing at all: says what to do next. */
  empty: ReactNode;
}

/** A list of things with search and "more". */
export function List<T extends { id: number }>(props: Props<T>) {
  const { label, queryKey, read, columns, matches, onSearch, filters, empty } = props;
  const { t } = useTranslation(['admin', 'common']);
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
          <Search
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
        <Bones />
      ) : pages.isError ? (
        <Failed problem={pages.error} retry={() => pages.refetch()} />
      ) : rows.length === 0 && !searching && !filters ? (
        <div className={classes.card}>
          <Stack align="center" p="xl" gap="sm" ta="center">
            {empty}
          </Stack>
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
          <Group justify="space-between">
            <Text size="sm" c="dimmed" role="status">
              {hasNextPage ? t('listedMore', { count: shown.length }) : t('listed', { count: shown.length })}
            </Text>
            {hasNextPage && (
              <Button variant="default" loading={isFetching} onClick={() => fetchNextPage()}>
                {t('common:more')}
              </Button>
            )}
          </Group>
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

/** `/` goes there, as in many applications. */
export function Search({
  label,
  text,
  onChange,
}: {
  label: string;
  text: string;
  onChange: (text: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useKeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={{ base: '100%', xs: 280 }}
    />
  );
}

export function Bones({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="xs" aria-busy="true" aria-label={t('loading')} role="status">
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <Skeleton key={index} h={36} />
      ))}
    </Stack>
  );
}

export function Failed({ problem, retry }: { problem: Error; retry: () => void }) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.card}>
      <Stack align="center" p="lg" role="alert" gap="xs">
        <Text fw={600}>{t('failed')}</Text>
        <Text c="dimmed">{messageOf(problem)}</Text>
        <Button variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      </Stack>
    </div>
  );
}
