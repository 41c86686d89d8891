import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { Action, AuditEntryView, Subject } from '../../api/schema';
import { ErrorState } from '../../ui/ErrorState';
import { ListEnd } from '../../ui/ListEnd';
import { SkeletonRows } from '../../ui/SkeletonRows';
import tables from '../../ui/tables.module.css';
import { useTime } from '../../ui/useTime';
import { allAccounts } from '../core/everything';
import { SectionPage } from '../core/SectionPage';
import { actions } from './actions';
import { changes } from './changes';
import './words';

const subjects: Subject[] = [
  'ACCOUNT',
  'USERNAME',
  'API_CLIENT',
  'ORGANISATION',
  'GROUP',
  'AGENT',
  'PRESENCE_REASON',
  'SKILL',
  'QUEUE',
  'CHANNEL',
  'BUSINESS_HOURS',
  'ROUTING_POLICY',
  'TAG',
  'TICKET_FIELD',
  'TICKET_VIEW',
  'CUSTOMER',
  'ORDER',
  'TICKET',
];

interface Filters {
  action: Action | null;
  actorId: string | null;
  subjectType: Subject | null;
  subjectId: string;
  from: string;
  to: string;
}

const noFilters: Filters = {
  action: null,
  actorId: null,
  subjectType: null,
  subjectId: '',
  from: '',
  to: '',
};

/** As the API asks for them. */
function queryOf({ action, actorId, subjectType, subjectId, from, to }: Filters) {
  return {
    ...(action && { action }),
    ...(actorId && { actorId: Number(actorId) }),
    ...(subjectType && { subjectType }),
    ...(subjectId.trim() && { subjectId: subjectId.trim() }),
    ...(from && { from: new Date(from).toISOString() }),
    ...(to && { to: new Date(to).toISOString() }),
  };
}

/** As the action is called; those are many, and named well. */
export function words(action: string): string {
  const text = action.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function Audit() {
  const { t } = useTranslation(['admin-audit', 'admin']);
  const [filters, setFilters] = useState(noFilters);
  const [settled] = useDebouncedValue(filters, 250);
  const query = queryOf(settled);
  const pages = useInfiniteQuery({
    queryKey: keys.audit(query),
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/audit', {
          params: { query: { limit: 100, ...query, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const entries = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = Object.keys(query).length > 0;
  const exported = `/api/v1/audit/export?${new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  )}`;
  return (
    <SectionPage
      section="audit"
      actions={
        <Button
          component="a"
          href={exported}
          download="audit.jsonl"
          title={t('exportHint')}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('export')}
        </Button>
      }
    >
      <Verify />
      <FilterFields filters={filters} onChange={setFilters} />
      {pages.isPending ? (
        <SkeletonRows />
      ) : pages.isError ? (
        <ErrorState problem={pages.error} retry={() => pages.refetch()} />
      ) : (
        <>
          <div className={tables.card}>
            <Table className={tables.table} aria-label={t('admin:section.audit.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                  <Table.Th scope="col">{t('when')}</Table.Th>
                  <Table.Th scope="col">{t('who')}</Table.Th>
                  <Table.Th scope="col">{t('what')}</Table.Th>
                  <Table.Th scope="col" visibleFrom="sm">
                    {t('subject')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </Table.Tbody>
            </Table>
            {entries.length === 0 && (
              <Text c="dimmed" p="lg" ta="center">
                {t(narrowed ? 'noneMatching' : 'none')}
              </Text>
            )}
          </div>
          <ListEnd
            count={entries.length}
            hasMore={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
          />
        </>
      )}
    </SectionPage>
  );
}

function FilterFields({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('admin-audit');
  const { data: accounts = [] } = useQuery(allAccounts);
  const put = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <Group gap="xs" align="end" role="search">
      <Select
        label={t('actor')}
        searchable
        clearable
        limit={100}
        size="xs"
        data={accounts.map((account) => ({ value: String(account.id), label: account.name }))}
        value={filters.actorId}
        onChange={(actorId) => put({ actorId })}
        w={{ base: '100%', xs: 180 }}
      />
      <Select
        label={t('action')}
        searchable
        clearable
        size="xs"
        data={actions.map((action) => ({ value: action, label: words(action) }))}
        value={filters.action}
        onChange={(action) => put({ action: action as Action | null })}
        w={{ base: '100%', xs: 200 }}
      />
      <Select
        label={t('subjectType')}
        searchable
        clearable
        size="xs"
        data={subjects.map((subject) => ({ value: subject, label: t(`subjects.${subject}`) }))}
        value={filters.subjectType}
        onChange={(subjectType) => put({ subjectType: subjectType as Subject | null })}
        w={{ base: '100%', xs: 160 }}
      />
      <TextInput
        label={t('subjectId')}
        size="xs"
        value={filters.subjectId}
        onChange={(event) => put({ subjectId: event.currentTarget.value })}
        w={110}
      />
      <TextInput
        type="datetime-local"
        label={t('from')}
        size="xs"
        value={filters.from}
        onChange={(event) => put({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('to')}
        size="xs"
        value={filters.to}
        onChange={(event) => put({ to: event.currentTarget.value })}
      />
      {Object.keys(queryOf(filters)).length > 0 && (
        <Button variant="subtle" size="xs" onClick={() => onChange(noFilters)}>
          {t('reset')}
        </Button>
      )}
    </Group>
  );
}

function Verify() {
  const { t } = useTranslation('admin-audit');
  const verify = useMutation({ mutationFn: () => data(api.POST('/api/v1/audit/verify')) });
  const found = verify.data;
  return (
    <Group gap="sm" aria-live="polite">
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('verify')}
      </Button>
      {verify.isPending && <Text size="sm">{t('verifying')}</Text>}
      {found?.intact && (
        <Alert color="teal" py={6} role="status">
          {t('intact', { count: found.entries })}
          {found.erased > 0 && ` ${t('erasedN', { count: found.erased })}`}
        </Alert>
      )}
      {found?.firstBroken && (
        <Alert color="red" title={t('broken', { number: found.firstBroken.number })} role="alert">
          {t(`why.${found.firstBroken.reason}`)} {t('brokenHint')}
        </Alert>
      )}
    </Group>
  );
}

const Entry = memo(function Entry({ entry }: { entry: AuditEntryView }) {
  const { t } = useTranslation('admin-audit');
  const time = useTime();
  const [open, setOpen] = useState(false);
  const subject = `${t(`subjects.${entry.subjectType}`)} ${entry.subjectId ?? ''}`;
  const somebody = entry.actorId == null ? t('somebody') : t('account', { number: entry.actorId });
  return (
    <>
      <Table.Tr>
        <Table.Td className={tables.narrow}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-expanded={open}
            aria-label={t('details', { number: entry.number })}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </ActionIcon>
        </Table.Td>
        <Table.Td>{time(entry.at)}</Table.Td>
        <Table.Td>
          {entry.actorName ?? (entry.erased ? somebody : t(entry.address ? 'nobody' : 'system'))}
        </Table.Td>
        <Table.Td>
          {words(entry.action)}
          <Text size="xs" c="dimmed" hiddenFrom="sm">
            {subject}
          </Text>
        </Table.Td>
        <Table.Td visibleFrom="sm">{subject}</Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <Details entry={entry} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
});

function Details({ entry }: { entry: AuditEntryView }) {
  const { t } = useTranslation(['admin-audit', 'admin']);
  const all = changes(entry.before, entry.after);
  return (
    <Stack gap="xs" p="xs" role="region" aria-label={t('details', { number: entry.number })}>
      {all.length === 0 ? (
        <Text size="sm">{t(entry.erased ? 'erased' : 'nothing')}</Text>
      ) : (
        <Table withTableBorder fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('field')}</Table.Th>
              <Table.Th scope="col">{t('before')}</Table.Th>
              <Table.Th scope="col">{t('after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.map(({ field, before, after }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" ff="monospace" fz="xs">
                  {field}
                </Table.Th>
                <Table.Td>{before === undefined ? '–' : <del>{before}</del>}</Table.Td>
                <Table.Td>{after === undefined ? '–' : <ins>{after}</ins>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed">
        {t('entry', { number: entry.number })}
        {entry.address && ` · ${t('address')} ${entry.address}`}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace">
        {t('hash')} {entry.hash}
      </Text>
    </Stack>
  );
}
