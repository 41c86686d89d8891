import { Button, Group, NativeSelect, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { RecordingView } from '../api/schema';
import { usePrefetch } from '../parts/parts';
import { allAgentsQuery, queuesQuery } from '../tickets/queries';
import { stopwatch } from '../tickets/stopwatch';
import { TicketLink } from '../tickets/TicketLink';
import { CustomerChoice } from '../ui/CustomerChoice';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { ListEnd } from '../ui/ListEnd';
import { Page } from '../ui/Page';
import { SkeletonRows } from '../ui/SkeletonRows';
import tables from '../ui/tables.module.css';
import { useTime } from '../ui/useTime';
import * as later from './parts';
import { Opened } from './parts';
import { goesOn } from './queries';
import { isHeard, StateOf } from './StateOf';
import './words';
import '../ui/words';

const LENGTHS = [1, 5, 10, 30];
const COLUMNS = 7;

interface Filters {
  agentId: string;
  queueId: string;
  customerId: number | null;
  from: string;
  to: string;
  minutes: string;
}

const noFilters: Filters = { agentId: '', queueId: '', customerId: null, from: '', to: '', minutes: '' };

/** As the API asks for them. */
function queryOf({ agentId, queueId, customerId, from, to, minutes }: Filters) {
  return {
    ...(agentId && { agentId: Number(agentId) }),
    ...(queueId && { queueId: Number(queueId) }),
    ...(customerId !== null && { customerId }),
    ...(from && { from: new Date(from).toISOString() }),
    ...(to && { to: new Date(to).toISOString() }),
    ...(minutes && { longerThan: 60 * Number(minutes) }),
  };
}

/** The recordings that somebody may hear, to be found and heard. */
export function Recordings() {
  const { t } = useTranslation(['recordings', 'ui']);
  const [filters, setFilters] = useState(noFilters);
  const query = queryOf(filters);
  const pages = useInfiniteQuery({
    queryKey: keys.recordings.list(query),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/recordings', {
          params: { query: { ...query, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => goesOn(state.data?.pages.flatMap(({ items }) => items)),
  });
  usePrefetch(later);
  const recordings = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isNarrowed = Object.keys(query).length > 0;
  return (
    <Page title={t('title')} text={t('text')}>
      <FilterFields filters={filters} onChange={setFilters} isNarrowed={isNarrowed} />
      {pages.isPending ? (
        <SkeletonRows />
      ) : pages.isError ? (
        <ErrorState problem={pages.error} retry={pages.refetch} />
      ) : recordings.length === 0 ? (
        <EmptyState
          title={t(isNarrowed ? 'noneMatching' : 'none')}
          hint={isNarrowed ? undefined : t('noneHint')}
        />
      ) : (
        <>
          <div className={tables.card}>
            <Table className={tables.table} aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('when')}</Table.Th>
                  <Table.Th scope="col">{t('ticket')}</Table.Th>
                  <Table.Th scope="col" visibleFrom="sm">
                    {t('agent')}
                  </Table.Th>
                  <Table.Th scope="col" visibleFrom="md">
                    {t('queue')}
                  </Table.Th>
                  <Table.Th scope="col" visibleFrom="xs">
                    {t('length')}
                  </Table.Th>
                  <Table.Th scope="col" visibleFrom="sm">
                    {t('state')}
                  </Table.Th>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {recordings.map((recording) => (
                  <Row key={recording.id} recording={recording} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <ListEnd
            count={recordings.length}
            hasMore={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

function FilterFields({
  filters,
  onChange,
  isNarrowed,
}: {
  filters: Filters;
  onChange: (filters: Filters) => void;
  isNarrowed: boolean;
}) {
  const { t } = useTranslation('recordings');
  const agents = useQuery(allAgentsQuery).data;
  const queues = useQuery(queuesQuery).data;
  const put = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <Group gap="xs" align="end" role="search">
      <One
        label={t('agent')}
        things={agents}
        value={filters.agentId}
        onChange={(agentId) => put({ agentId })}
      />
      <One
        label={t('queue')}
        things={queues}
        value={filters.queueId}
        onChange={(queueId) => put({ queueId })}
      />
      <CustomerChoice
        label={t('customer')}
        size="xs"
        placeholder={t('any')}
        value={filters.customerId}
        onChange={(customerId) => put({ customerId })}
        w={{ base: '100%', xs: 200 }}
      />
      <TextInput
        type="datetime-local"
        label={t('from')}
        size="xs"
        value={filters.from}
        onChange={({ currentTarget }) => put({ from: currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('to')}
        size="xs"
        value={filters.to}
        onChange={({ currentTarget }) => put({ to: currentTarget.value })}
      />
      <NativeSelect
        label={t('longerThan')}
        size="xs"
        data={[
          { value: '', label: t('anyLength') },
          ...LENGTHS.map((count) => ({ value: String(count), label: t('minutes', { count }) })),
        ]}
        value={filters.minutes}
        onChange={({ currentTarget }) => put({ minutes: currentTarget.value })}
      />
      {isNarrowed && (
        <Button variant="subtle" size="xs" onClick={() => onChange(noFilters)}>
          {t('reset')}
        </Button>
      )}
    </Group>
  );
}

function One({
  label,
  things = [],
  value,
  onChange,
}: {
  label: string;
  things: { id: number; name: string }[] | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('recordings');
  return (
    <NativeSelect
      label={label}
      size="xs"
      w={{ base: '100%', xs: 170 }}
      data={[
        { value: '', label: t('any') },
        ...things.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function Row({ recording }: { recording: RecordingView }) {
  const { t } = useTranslation('recordings');
  const time = useTime();
  const [isOpen, setOpen] = useState(false);
  const agents = useQuery(allAgentsQuery).data;
  const queues = useQuery(queuesQuery).data;
  const { startedAt, ticketId, agentId, queueId, milliseconds } = recording;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          {time(startedAt)}
          <Group gap={4} hiddenFrom="sm" mt={4}>
            <StateOf recording={recording} />
          </Group>
        </Table.Td>
        <Table.Td>
          <TicketLink id={ticketId}>#{ticketId}</TicketLink>
        </Table.Td>
        <Table.Td visibleFrom="sm">
          <bdi>{agents?.find(({ id }) => id === agentId)?.name ?? `#${agentId}`}</bdi>
        </Table.Td>
        <Table.Td visibleFrom="md">
          <bdi>{queues?.find(({ id }) => id === queueId)?.name ?? `#${queueId}`}</bdi>
        </Table.Td>
        <Table.Td visibleFrom="xs">{stopwatch(milliseconds, t)}</Table.Td>
        <Table.Td visibleFrom="sm">
          <StateOf recording={recording} />
        </Table.Td>
        <Table.Td className={tables.narrow}>
          {isHeard(recording) && (
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={isOpen}
              aria-label={isOpen ? t('hide') : t('listenTo', { time: time(startedAt) })}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'hide' : 'listen')}
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
      {isOpen && isHeard(recording) && (
        <Table.Tr>
          <Table.Td colSpan={COLUMNS}>
            <Suspense fallback={<SkeletonRows rows={2} />}>
              <Opened recording={recording} />
            </Suspense>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
