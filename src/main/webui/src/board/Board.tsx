import { ActionIcon, Button, Group, NativeSelect, Paper, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceTv, IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, QueueState } from '../api/schema';
import { isFound } from '../app/found';
import { usePrefetch } from '../parts/parts';
import * as labels from '../tickets/labels/parts';
import { Search } from '../tickets/Search';
import { agentsQuery, isFree } from '../tickets/steering/agents';
import * as steering from '../tickets/steering/parts';
import { undoLast } from '../tickets/together/undo';
import { EmptyState } from '../ui/EmptyState';
import { ErrorAlert } from '../ui/ErrorAlert';
import { useKeys } from '../ui/keys';
import { AgentList } from './AgentList';
import { AlarmSettings, Alarms } from './Alarms';
import classes from './Board.module.css';
import { type Filters, filtersOf, useFilters } from './filters';
import { byTrouble, floorQuery, presences } from './floor';
import * as inner from './innerParts';
import panel from './panel.module.css';
import * as later from './parts';
import { QueueTable } from './QueueTable';
import { Totals } from './Totals';

/** What happens on the floor, and the levers to change it. */
export function Board() {
  const { t } = useTranslation('board');
  const [filters, change] = useFilters();
  const floor = useQuery(floorQuery);
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure();
  usePrefetch({ ...later, ...inner, ...steering, ...labels });
  const focusSearch = () => search.current?.focus();
  useKeys([
    ['/', focusSearch],
    ['shift+/', focusSearch],
    ['2', () => void navigate({ to: '/tickets' })],
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
        <Search
          label={t('search')}
          field={search}
          text={filters.text}
          onChange={(text) => change({ text })}
        />
        <Group gap="xs">
          <AlarmSettings />
          <ActionIcon component={Link} to="/wall" variant="default" size="lg" aria-label={t('wall')}>
            <IconDeviceTv size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('steering:shortcuts')}
            onClick={showHelp}
            visibleFrom="sm"
          >
            <IconKeyboard size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <Suspense fallback={null}>
        <later.Mentions
          onOpen={(id) => void navigate({ to: '/board/tickets/$ticketId', params: { ticketId: String(id) } })}
        />
      </Suspense>
      <Alarms floor={floor.data} />
      {floor.isError && <ErrorAlert problem={floor.error} retry={floor.refetch} />}
      <Totals floor={floor.data} />
      <Suspense fallback={null}>
        <inner.Calls />
      </Suspense>
      <Overview queues={floor.data?.queues} filters={filters} change={change} />
      {help && (
        <Suspense>
          <steering.Shortcuts
            title={t('title')}
            everywhere={[
              ['/', t('keys.search')],
              ['2', t('keys.tickets')],
              ['w', t('keys.wall')],
              ['Ctrl Z', t('steering:keys.undo')],
              ['?', t('steering:keys.help')],
            ]}
            onClose={hideHelp}
          />
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
            title={t(queues?.length === 0 ? 'noQueues' : 'steering:noMatch')}
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
            title={t(agents.data?.length === 0 ? 'noAgents' : 'steering:noMatch')}
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

function ClearFilters({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('board');
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClear}>
      {t('steering:clearFilters')}
    </Button>
  );
}

function includes(text: string, wanted: string | undefined): boolean {
  return !wanted || isFound(text, wanted);
}
