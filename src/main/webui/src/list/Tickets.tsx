import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { IconColumns, IconLayoutList } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrefetch } from '../parts/parts';
import * as labels from '../tickets/labels/parts';
import { Search } from '../tickets/Search';
import { hasWords } from '../tickets/sought';
import { Shortcuts, Steer, TicketMenu } from '../tickets/steering/parts';
import { TicketTable } from '../tickets/steering/TicketTable';
import { undoLast } from '../tickets/together/undo';
import { EmptyState } from '../ui/EmptyState';
import { ErrorAlert } from '../ui/ErrorAlert';
import { useKeys } from '../ui/keys';
import { useActs } from './acts';
import { type Filters as Filtered, filtersOf, type Place, type Sort, usePlace } from './address';
import { orders, useShownColumns } from './columns';
import { Filters } from './Filters';
import * as inner from './innerParts';
import classes from './list.module.css';
import * as later from './parts';
import { ColumnChoice, NarrowTicket, NarrowViews, Opened } from './parts';
import { listQuery, sortOf } from './queries';
import { SaveView } from './SaveView';
import { viewsQuery } from './saved';
import { useNameOfPlace, Views } from './Views';

/** The tickets that staff may see: views of them, columns to choose, and what can be done with many. */
export function Tickets() {
  const { t } = useTranslation('list');
  const [place, change] = usePlace();
  const title = useNameOfPlace(place);
  const search = useRef<HTMLInputElement>(null);
  const [choosing, { open: choose, close: chosen }] = useDisclosure();
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure();
  const acts = useActs();
  useDocumentTitle(`${title} – Patchbay`);
  usePrefetch({ ...later, ...inner, ...labels, Shortcuts, Steer, TicketMenu });
  useKeys([
    ['/', () => search.current?.focus()],
    ['shift+/', () => search.current?.focus()],
    ['mod+Z', undoLast],
    ['?', showHelp],
    ['shift+?', showHelp],
  ]);
  return (
    <div className={classes.page} data-beside={place.ticket !== undefined || undefined}>
      <nav className={classes.side} aria-label={t('views')}>
        <Views place={place} />
      </nav>
      <Stack gap="sm" className={classes.main}>
        <Group justify="space-between" gap="sm">
          <Title order={1} size="h3" className={classes.title}>
            <bdi>{title}</bdi>
          </Title>
          <Search
            label={t('search')}
            field={search}
            text={place.text}
            onChange={(text) => change({ text })}
          />
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconLayoutList size={16} aria-hidden />}
              onClick={choose}
              className={classes.narrowOnly}
            >
              {t('views')}
            </Button>
            <Columns place={place} onChange={(columns) => change({ columns })} />
            <SaveView place={place} />
          </Group>
        </Group>
        <List place={place} change={change} label={title} />
      </Stack>
      {help && (
        <Suspense>
          <Shortcuts
            title={t('tickets')}
            everywhere={[
              ['/', t('keySearch')],
              ['Ctrl Z', t('steering:keys.undo')],
              ['?', t('steering:keys.help')],
            ]}
            acts={acts}
            onClose={hideHelp}
          />
        </Suspense>
      )}
      {place.ticket !== undefined && <Beside id={place.ticket} change={change} />}
      {choosing && (
        <Suspense fallback={null}>
          <NarrowViews place={place} onClose={chosen} />
        </Suspense>
      )}
    </div>
  );
}

interface ColumnsProps {
  place: Place;
  onChange: (columns: string[] | undefined) => void;
}

function Columns(props: ColumnsProps) {
  const { t } = useTranslation('list');
  const [button, setButton] = useState<HTMLElement>();
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconColumns size={16} aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={button !== undefined}
        onClick={({ currentTarget }) => setButton(currentTarget)}
      >
        {t('columns')}
      </Button>
      {button && (
        <Suspense fallback={null}>
          <ColumnChoice {...props} button={button} onClose={() => setButton(undefined)} />
        </Suspense>
      )}
    </>
  );
}

interface ListProps {
  place: Place;
  change: (change: Place) => void;
  label: string;
}

function List({ place, change, label }: ListProps) {
  const { t } = useTranslation('list');
  const acts = useActs();
  const columns = useShownColumns(place, change);
  const pages = useInfiniteQuery({ ...listQuery(place), placeholderData: keepPreviousData });
  const tickets = useMemo(
    // A ticket that goes from one page to another while they are read is listed twice.
    () =>
      pages.data && [
        ...new Map(pages.data.pages.flatMap(({ items }) => items).map((one) => [one.id, one])).values(),
      ],
    [pages.data],
  );
  const open = useCallback((ticket: number) => change({ ticket }), [change]);
  const filters = filtersOf(place);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const number = /^\s*#?(\d{1,15})\s*$/.exec(filters.text ?? '')?.[1];
  const restricted = Object.keys(filters).length > 0;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={label}>
      <Gone view={place.view} />
      <Filters filters={filters} sort={place.sort} onChange={change} />
      {pages.isError && (
        <Box px="md" pb="xs">
          <ErrorAlert problem={pages.error} retry={pages.refetch} />
        </Box>
      )}
      {number && (
        <Text size="sm" px="md" pb={4}>
          <BesideLink id={Number(number)}>{t('openNumber', { id: number })}</BesideLink>
        </Text>
      )}
      {filters.text && !filters.status && (
        <Text size="xs" px="md" pb={4}>
          {t('soughtAll')}
        </Text>
      )}
      <div aria-busy={pages.isPlaceholderData} className={classes.rows}>
        {!(pages.isError && !tickets) && (
          <TicketTable
            label={label}
            tickets={tickets}
            columns={columns}
            order={{ of: orders, now: sortOf(place), onChange: (sort) => change({ sort: sort as Sort }) }}
            acts={acts}
            Name={BesideLink}
            onOpen={open}
            current={place.ticket}
            empty={<Empty filters={filters} restricted={restricted} />}
            footer={
              tickets &&
              tickets.length > 0 && (
                <Group justify="space-between" px="md" py="xs">
                  <Text size="xs" role="status" className={classes.quiet}>
                    {t(hasNextPage ? 'listedMore' : 'listed', { count: tickets.length })}
                  </Text>
                  {hasNextPage && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={isFetchingNextPage}
                      onClick={() => void fetchNextPage()}
                    >
                      {t('common:more')}
                    </Button>
                  )}
                </Group>
              )
            }
          />
        )}
      </div>
    </Paper>
  );
}

/** Says that a saved view asks for what is no longer there. */
function Gone({ view }: { view: Place['view'] }) {
  const { t } = useTranslation('list');
  const saved = useQuery(viewsQuery).data?.find(({ id }) => id === view);
  return saved && saved.missing.length > 0 ? (
    <Text size="sm" px="md" pt="sm" role="status">
      {t('goneParts')}
    </Text>
  ) : null;
}

function Empty({ filters, restricted }: { filters: Filtered; restricted: boolean }) {
  const { t } = useTranslation('list');
  return (
    <EmptyState
      title={t(restricted ? 'steering:noMatch' : 'steering:noTickets')}
      hint={
        filters.text
          ? t(hasWords(filters.text) ? 'tickets:noHit' : 'tickets:noHitOfSigns')
          : restricted
            ? undefined
            : t('steering:noneWaitingHint')
      }
    >
      {restricted && (
        <Button
          variant="subtle"
          size="compact-sm"
          renderRoot={(props) => <Link {...props} to="/tickets" search={{} as never} />}
        >
          {t('steering:clearFilters')}
        </Button>
      )}
    </EmptyState>
  );
}

/** The number of a ticket; it opens beside the list, which stays where it is. */
function BesideLink({ id, children }: { id: number; children?: ReactNode }) {
  return (
    <Link
      to="."
      search={((before: Record<string, unknown>) => ({ ...before, ticket: id })) as never}
      className={classes.number}
      resetScroll={false}
    >
      {children ?? `#${id}`}
    </Link>
  );
}

function Beside({ id, change }: { id: number; change: (change: Place) => void }) {
  const { t } = useTranslation('list');
  const wide = useMediaQuery('(min-width: 75em)', true);
  const close = () => {
    change({ ticket: undefined });
    document.querySelector<HTMLElement>(`tr[data-id="${id}"]`)?.focus({ preventScroll: true });
  };
  const opened: ReactNode = (
    <Suspense fallback={null}>
      <Opened key={id} id={id} onClose={close} onOpen={(ticket) => change({ ticket })} />
    </Suspense>
  );
  return wide ? (
    <aside className={classes.beside} aria-label={t('steering:ticketN', { id })}>
      {opened}
    </aside>
  ) : (
    <Suspense fallback={null}>
      <NarrowTicket label={t('steering:ticketN', { id })} onClose={close}>
        {opened}
      </NarrowTicket>
    </Suspense>
  );
}
