import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Paper,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceTv, IconKeyboard } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, QueueState, TicketView } from '../api/schema';
import { isFound } from '../app/found';
import { usePrefetch } from '../parts/parts';
import { queuesQuery } from '../tickets/queries';
import { hasWords, MOST_FOUND, useSought } from '../tickets/sought';
import { undoLast } from '../tickets/together/undo';
import { EmptyState } from '../ui/EmptyState';
import { ErrorAlert } from '../ui/ErrorAlert';
import { useKeys } from '../ui/keys';
import { AgentList } from './AgentList';
import { AlarmSettings, Alarms } from './Alarms';
import classes from './Board.module.css';
import { type Filters, filtersOf, priorities, useFilters } from './filters';
import {
  agentsQuery,
  byTrouble,
  floorQuery,
  isFree,
  type ListedState,
  listedStates,
  liveStates,
  MOST,
  presences,
  ticketsQueries,
} from './floor';
import * as inner from './innerParts';
import panel from './panel.module.css';
import * as later from './parts';
import { Shortcuts, TicketTable } from './parts';
import { QueueTable } from './QueueTable';
import { Search } from './Search';

import { Totals } from './Totals';

/** What happens on the floor, and the levers to change it. */
export function Board() {
  const { t } = useTranslation('board');
  const [filters, change] = useFilters();
  const floor = useQuery(floorQuery);
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure();
  usePrefetch({ ...later, ...inner });
  const focusSearch = () => search.current?.focus();
  useKeys([
    ['/', focusSearch],
    ['shift+/', focusSearch],
    ['1', () => change({ view: undefined })],
    ['2', () => change({ view: 'tickets' })],
    ['w', () => void navigate({ to: '/wall' })],
    ['mod+Z', undoLast],
    ['?', showHelp],
    ['shift+?', showHelp],
  ]);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Search field={search} text={filters.text} onChange={(text) => change({ text })} />
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={filters.view ?? 'floor'}
            onChange={(view) => change({ view: view === 'tickets' ? view : undefined })}
            data={[
              { value: 'floor', label: t('floor') },
              { value: 'tickets', label: t('tickets') },
            ]}
          />
          <AlarmSettings />
          <ActionIcon component={Link} to="/wall" variant="default" size="lg" aria-label={t('wall')}>
            <IconDeviceTv size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('shortcuts')}
            onClick={showHelp}
            visibleFrom="sm"
          >
            <IconKeyboard size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <Alarms floor={floor.data} />
      {floor.isError && <ErrorAlert problem={floor.error} retry={floor.refetch} />}
      <Totals floor={floor.data} />
      {filters.view === 'tickets' ? (
        <Tickets filters={filters} change={change} />
      ) : (
        <Overview queues={floor.data?.queues} filters={filters} change={change} />
      )}
      {help && (
        <Suspense>
          <Shortcuts onClose={hideHelp} />
        </Suspense>
      )}
    </Stack>
  );
}

interface View {
  filters: Filters;
  change: (change: Filters) => void;
}

function Overview({ queues, filters, change }: View & { queues: QueueState[] | undefined }) {
  const { t } = useTranslation('board');
  const shown = useMemo(
    () => queues?.filter((queue) => includes(queue.name, filters.text)).toSorted(byTrouble),
    [queues, filters.text],
  );
  return (
    <div className={panel.floor}>
      <Paper withBorder component="section" className={panel.panel} aria-label={t('queues')}>
        <Title order={2} className={panel.panelTitle}>
          {t('queues')}
        </Title>
        {shown?.length === 0 ? (
          <EmptyState
            title={t(queues?.length === 0 ? 'noQueues' : 'noMatch')}
            hint={queues?.length === 0 ? t('noQueuesHint') : undefined}
          >
            {filters.text && <ClearFilters onClear={() => change({ text: undefined })} />}
          </EmptyState>
        ) : (
          <QueueTable queues={shown} />
        )}
      </Paper>
      <Paper withBorder component="section" className={panel.panel} aria-label={t('agents')}>
        <Agents filters={filters} change={change} />
      </Paper>
    </div>
  );
}

function Agents({ filters, change }: View) {
  const { t } = useTranslation('board');
  const agents = useQuery(agentsQuery);
  const shown = useMemo(
    () =>
      agents.data?.filter(
        (agent: AgentStatusRow) =>
          includes(`${agent.name} ${agent.title ?? ''}`, filters.text) &&
          (!filters.presence || agent.presence === filters.presence) &&
          (!filters.free || isFree(agent)),
      ),
    [agents.data, filters.text, filters.presence, filters.free],
  );
  return (
    <Stack gap="sm">
      <Title order={2} className={panel.panelTitle}>
        {t('agents')}
      </Title>
      <Group gap="sm" className={panel.inset}>
        <NativeSelect
          size="xs"
          aria-label={t('presence')}
          data={[
            { value: '', label: t('anyPresence') },
            ...presences.map((value) => ({ value, label: t(`tickets:presence.${value}`) })),
          ]}
          value={filters.presence ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ presence: filtersOf({ presence: value }).presence })
          }
          w={160}
        />
        <label className={classes.only}>
          <input
            type="checkbox"
            checked={filters.free ?? false}
            onChange={(event) => change({ free: event.currentTarget.checked || undefined })}
          />
          {t('onlyFree')}
        </label>
      </Group>
      <div className={panel.inset}>
        {agents.isError && <ErrorAlert problem={agents.error} retry={agents.refetch} />}
        {shown?.length === 0 ? (
          <EmptyState
            title={t(agents.data?.length === 0 ? 'noAgents' : 'noMatch')}
            hint={agents.data?.length === 0 ? t('noAgentsHint') : undefined}
          >
            {(filters.text || filters.presence || filters.free) && (
              <ClearFilters
                onClear={() => change({ text: undefined, presence: undefined, free: undefined })}
              />
            )}
          </EmptyState>
        ) : (
          <AgentList agents={shown} />
        )}
      </div>
    </Stack>
  );
}

function Tickets({ filters, change }: View) {
  const { t } = useTranslation('board');
  const queues = useQuery(queuesQuery);
  const agents = useQuery(agentsQuery);
  const states: readonly ListedState[] = filters.status ? [filters.status] : liveStates;
  const { tickets, full, problem } = useQueries({
    queries: states.map((state) => ticketsQueries[state]),
    combine: (answers) => ({
      tickets: answers.some(({ isPending }) => isPending)
        ? undefined
        : answers.flatMap(({ data }) => data ?? []),
      full: answers.some(({ data }) => (data?.length ?? 0) >= MOST),
      problem: answers.find(({ error }) => error)?.error,
    }),
  });
  const sought = useSought(filters.text ?? '', { status: filters.status && [filters.status] });
  const listed = useMemo(
    () => tickets && found(tickets, filters, sought.tickets),
    [tickets, filters, sought.tickets],
  );
  const shown = listed?.length === 0 && sought.searching ? undefined : listed;
  const filtered = filters.text || filters.status || filters.priority || filters.queue || filters.agent;
  return (
    <Paper withBorder component="section" className={panel.panel} aria-label={t('tickets')}>
      <Group gap="sm" className={panel.inset} py="sm">
        <NativeSelect
          size="xs"
          aria-label={t('state')}
          data={[
            { value: '', label: t('anyState') },
            ...listedStates.map((value) => ({ value, label: t(`tickets:status.${value}`) })),
          ]}
          value={filters.status ?? ''}
          onChange={({ currentTarget: { value } }) => change({ status: filtersOf({ status: value }).status })}
          className={classes.filter}
        />
        <NativeSelect
          size="xs"
          aria-label={t('priority')}
          data={[
            { value: '', label: t('anyPriority') },
            ...priorities.map((value) => ({ value, label: t(`tickets:priority.${value}`) })),
          ]}
          value={filters.priority ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ priority: filtersOf({ priority: value }).priority })
          }
          className={classes.filter}
        />
        <OneOf
          label={t('queue')}
          placeholder={t('anyQueue')}
          things={queues.data}
          value={filters.queue}
          onChange={(queue) => change({ queue })}
        />
        <OneOf
          label={t('agent')}
          placeholder={t('anyAgent')}
          things={agents.data}
          value={filters.agent}
          onChange={(agent) => change({ agent })}
        />
      </Group>
      {(problem ?? sought.problem) && <ErrorAlert problem={problem ?? sought.problem} />}
      {filters.text && !filters.status && (
        <Text size="xs" className={panel.inset}>
          {t('soughtAll')}
        </Text>
      )}
      {sought.more && (
        <Text size="xs" className={panel.inset}>
          {t('onlyBest', { count: MOST_FOUND })}
        </Text>
      )}
      {full && (
        <Text size="xs" className={panel.inset}>
          {t('onlyFirst', { count: MOST })}
        </Text>
      )}
      <Suspense fallback={<Skeleton h={240} m="md" />}>
        <TicketTable
          label={t('tickets')}
          tickets={shown}
          empty={
            <EmptyState
              title={t(filtered ? 'noMatch' : 'noTickets')}
              hint={
                filters.text
                  ? t(hasWords(filters.text) ? 'tickets:noHit' : 'tickets:noHitOfSigns')
                  : filtered
                    ? undefined
                    : t('noneWaitingHint')
              }
            >
              {filtered && (
                <ClearFilters
                  onClear={() =>
                    change({
                      text: undefined,
                      status: undefined,
                      priority: undefined,
                      queue: undefined,
                      agent: undefined,
                    })
                  }
                />
              )}
            </EmptyState>
          }
        />
      </Suspense>
    </Paper>
  );
}

function ClearFilters({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('board');
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClear}>
      {t('clearFilters')}
    </Button>
  );
}

/**
 * The tickets that are looked for: the most urgent first, then the oldest.
 *
 * @param hits those that the server found by words, whatever is known of them here; they come in its order
 */
export function found(tickets: TicketView[], filters: Filters, hits: TicketView[] = []): TicketView[] {
  const places = new Map(hits.map(({ id }, place) => [id, place]));
  const known = new Set(tickets.map(({ id }) => id));
  const place = ({ id }: TicketView) => places.get(id) ?? -1;
  return [...tickets, ...hits.filter(({ id }) => !known.has(id))]
    .filter(
      (ticket) =>
        (!filters.priority || ticket.priority === filters.priority) &&
        (!filters.queue || ticket.queueId === filters.queue) &&
        (!filters.agent || ticket.agentId === filters.agent) &&
        (places.has(ticket.id) ||
          includes(
            `#${ticket.id} ${ticket.details?.customerName ?? ''} ${ticket.orderNumber ?? ''} ${ticket.note ?? ''}`,
            filters.text,
          )),
    )
    .sort(
      (one, other) =>
        place(one) - place(other) ||
        priorities.indexOf(one.priority) - priorities.indexOf(other.priority) ||
        Date.parse(one.openedAt) - Date.parse(other.openedAt),
    );
}

function includes(text: string, wanted: string | undefined): boolean {
  return !wanted || isFound(text, wanted);
}

interface OneOfProps {
  label: string;
  placeholder: string;
  things: { id: number; name: string }[] | undefined;
  value: number | undefined;
  onChange: (id: number | undefined) => void;
}

function OneOf({ label, placeholder, things, value, onChange }: OneOfProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={[
        { value: '', label: placeholder },
        ...(things ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value ? String(value) : ''}
      onChange={({ currentTarget: { value: id } }) => onChange(id ? Number(id) : undefined)}
      className={classes.filter}
    />
  );
}
