import {
  Alert,
  Badge,
  Button,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Tabs,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconFlask, IconListNumbers, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { PolicyVersionView, PolicyView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { AskButton, Side } from '../core/Ask';
import { EditForm, Leaving, useEditing } from '../core/editing';
import { useTime } from '../core/fields';
import { Bones, Failed } from '../core/List';
import { Page } from '../core/Page';
import { Differences } from './Differences';
import { policiesQuery, policyQuery, versionQuery, versionsQuery } from './queries';
import { RuleList } from './RuleList';
import classes from './Rules.module.css';
import { edited } from './rules';
import { TryIt } from './TryIt';
import { useDraft } from './useDraft';
import './words';

export function Policy() {
  const { t } = useTranslation(['admin-policies', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const policy = useQuery(policyQuery(id));
  const versions = useQuery(versionsQuery(id));
  const [wanted, setWanted] = useState<number>();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [renaming, setRenaming] = useState(false);
  const problem = policy.error ?? versions.error;
  if (!policy.data || !versions.data) {
    return (
      <Page title={t('admin:section.policies.title')}>
        {problem ? (
          <Failed problem={problem} retry={() => (policy.error ? policy.refetch() : versions.refetch())} />
        ) : (
          <Bones />
        )}
      </Page>
    );
  }
  const own = policy.data;
  const all = versions.data;
  const shown =
    all.find((version) => version.number === wanted) ??
    all.find((version) => version.status === 'DRAFT') ??
    all.find((version) => version.status === 'PUBLISHED') ??
    all[0];
  return (
    <Page
      title={own.name}
      mark={
        <Badge color={own.publishedVersion == null ? 'gray.7' : 'teal.8'} tt="none">
          {own.publishedVersion == null
            ? t('notPublished')
            : t('publishedVersion', { number: own.publishedVersion })}
        </Badge>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setRenaming(true)}
          >
            {t('rename')}
          </Button>
          <AskButton
            label={t('common:delete')}
            leftSection={<IconTrash size={16} aria-hidden />}
            title={t('admin:deleteIt', { name: own.name })}
            text={t('deleteHint')}
            confirm={t('common:delete')}
            done={t('admin:deleted')}
            run={async () => {
              await data(
                api.DELETE('/api/v1/routing-policies/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                }),
              );
              await navigate({ to: '/admin/$section', params: { section: 'policies' } });
              await client.invalidateQueries({ queryKey: ['routing-policies', 'admin', 'list'] });
            }}
          />
        </>
      }
    >
      <Side title={t('rename')} opened={renaming} onClose={() => setRenaming(false)}>
        <Rename policy={own} />
      </Side>
      {shown ? (
        <div className={classes.page}>
          <VersionView key={shown.number} policy={own} number={shown.number} onShow={setWanted} />
          <Versions policy={own} versions={all} shown={shown.number} onShow={setWanted} />
        </div>
      ) : (
        <Paper withBorder p="xl">
          <Stack align="center" gap="sm" ta="center">
            <Title order={2} size="h4">
              {t('noVersions')}
            </Title>
            <Text c="dimmed">{t('noVersionsHint')}</Text>
            <NewDraft policyId={id} label={t('firstDraft')} onMade={setWanted} />
          </Stack>
        </Paper>
      )}
    </Page>
  );
}

function Rename({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('admin-policies');
  const editing = useEditing({
    ...policyQuery(policy.id),
    thing: policy,
    values: ({ name }) => ({ name }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/routing-policies/{id}', {
          params: { path: { id: policy.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: ['routing-policies'],
  });
  return (
    <EditForm editing={editing} label={t('rename')} fieldWords={(field) => t(field)}>
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        data-autofocus
        {...editing.form.getInputProps('name')}
      />
    </EditForm>
  );
}

/** A draft that begins empty, or with the rules of another version. */
function NewDraft({
  policyId,
  from,
  label,
  subtle = false,
  onMade,
}: {
  policyId: number;
  from?: number;
  label: string;
  subtle?: boolean;
  onMade: (number: number) => void;
}) {
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/routing-policies/{id}/versions', {
          params: { path: { id: policyId } },
          body: from === undefined ? { rules: [] } : { copyOf: from },
        }),
      ),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: versionsQuery(policyId).queryKey });
      onMade(made.number);
    },
  });
  return (
    <Button
      variant={subtle ? 'default' : 'filled'}
      size={subtle ? 'xs' : 'sm'}
      leftSection={<IconPlus size={16} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate()}
    >
      {label}
    </Button>
  );
}

const statusColors = { DRAFT: 'blue.8', PUBLISHED: 'teal.8', RETIRED: 'gray.7' };

function Versions({
  policy,
  versions,
  shown,
  onShow,
}: {
  policy: PolicyView;
  versions: PolicyVersionView[];
  shown: number;
  onShow: (number: number) => void;
}) {
  const { t } = useTranslation('admin-policies');
  const time = useTime();
  return (
    <Stack gap="md" component="aside" aria-label={t('versions')}>
      <Paper withBorder p="sm">
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {t('versions')}
          </Title>
          <NewDraft
            policyId={policy.id}
            from={policy.publishedVersion ?? versions[0]?.number}
            label={t('newDraft')}
            subtle
            onMade={onShow}
          />
        </Group>
        <ul className={classes.versions}>
          {versions.map((version) => (
            <li key={version.number}>
              <UnstyledButton
                className={classes.version}
                aria-current={version.number === shown || undefined}
                onClick={() => onShow(version.number)}
              >
                <Group justify="space-between" gap="xs">
                  <Text component="span" size="sm" fw={550}>
                    {t('version', { number: version.number })}
                  </Text>
                  <Badge color={statusColors[version.status]} tt="none" size="sm">
                    {t(`status.${version.status}`)}
                  </Badge>
                </Group>
                <Text component="span" size="xs" display="block">
                  {version.publishedAt
                    ? t('publishedAt', { time: time(version.publishedAt) })
                    : t('draftedAt', { time: time(version.createdAt) })}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Paper>
      {versions.length > 1 && <Compare policyId={policy.id} versions={versions} shown={shown} />}
    </Stack>
  );
}

function Compare({
  policyId,
  versions,
  shown,
}: {
  policyId: number;
  versions: PolicyVersionView[];
  shown: number;
}) {
  const { t } = useTranslation('admin-policies');
  const others = versions.filter((version) => version.number !== shown);
  const [chosen, setChosen] = useState<number>();
  const other =
    others.find((version) => version.number === chosen) ??
    others.find((version) => version.status === 'PUBLISHED') ??
    others.find((version) => version.number < shown) ??
    others[0];
  const before = useQuery({ ...versionQuery(policyId, other?.number ?? 0), enabled: other !== undefined });
  const after = useQuery(versionQuery(policyId, shown));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('compare')}>
      <Title order={2} size="h5" mb="xs">
        {t('compare')}
      </Title>
      <Group gap="xs" mb="xs" align="center">
        <NativeSelect
          size="xs"
          label={t('compareWith')}
          data={others.map((version) => ({
            value: String(version.number),
            label: `${t('version', { number: version.number })} (${t(`status.${version.status}`)})`,
          }))}
          value={String(other?.number)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      </Group>
      {before.data && after.data ? (
        <Differences before={before.data.rules ?? []} after={after.data.rules ?? []} />
      ) : (
        <Bones rows={2} />
      )}
    </Paper>
  );
}

function VersionView({
  policy,
  number,
  onShow,
}: {
  policy: PolicyView;
  number: number;
  onShow: (number: number) => void;
}) {
  const version = useQuery(versionQuery(policy.id, number));
  return !version.data ? (
    version.error ? (
      <Failed problem={version.error} retry={() => version.refetch()} />
    ) : (
      <Bones />
    )
  ) : version.data.status === 'DRAFT' ? (
    <DraftView policy={policy} version={version.data} />
  ) : (
    <ReadView policy={policy} version={version.data} onShow={onShow} />
  );
}

/** The attributes that customers are known to have, to suggest them. */
function useAttributes(): string[] {
  const { data: page } = useQuery({
    queryKey: ['customers', 'admin', 'sample'],
    queryFn: () => data(api.GET('/api/v1/customers', { params: { query: { limit: 200 } } })),
  });
  return useMemo(
    () => [...new Set((page?.items ?? []).flatMap((customer) => Object.keys(customer.attributes)))].sort(),
    [page],
  );
}

function DraftView({ policy, version }: { policy: PolicyView; version: PolicyVersionView }) {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const draft = useDraft(policy.id, version);
  const attributes = useAttributes();
  const { setRules } = draft;
  const onChange = useCallback((change: Parameters<typeof setRules>[0]) => setRules(change), [setRules]);
  useHotkeys([['mod+S', () => draft.changed && draft.save()]], []);
  const unsure = draft.state === 'refused' || draft.state === 'failed';
  return (
    <Stack gap="sm" miw={0}>
      <Group justify="space-between" gap="xs">
        <Text
          size="sm"
          role="status"
          data-testid="draft-state"
          c={unsure || draft.state === 'conflict' ? 'var(--mantine-color-error)' : 'dimmed'}
        >
          {draft.state === 'saved' && <IconCheck size={14} aria-hidden />}{' '}
          {t(`state.${draft.state}`, { message: draft.problem && messageOf(draft.problem) })}
        </Text>
        <Group gap="xs">
          {draft.changed && draft.state !== 'conflict' && (
            <Button variant="default" onClick={draft.save} loading={draft.state === 'saving'}>
              {t('saveNow')}
            </Button>
          )}
          <Publish
            policy={policy}
            version={version}
            label={t('publish')}
            disabled={draft.state !== 'saved'}
          />
        </Group>
      </Group>
      {draft.state === 'conflict' && (
        <Alert color="orange" role="alert" title={t('admin:conflict')}>
          <Stack gap="sm">
            <Text size="sm">{t('admin:conflictHint')}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={draft.showTheirs}>
                {t('admin:showTheirs')}
              </Button>
              <Button onClick={draft.keepMine}>{t('admin:keepMine')}</Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <RulesAndTrial policyId={policy.id} number={version.number} unsaved={draft.changed}>
        <RuleList rules={draft.rules} onChange={onChange} mistakes={draft.mistakes} attributes={attributes} />
      </RulesAndTrial>
      <Leaving dirty={draft.changed} />
    </Stack>
  );
}

function ReadView({
  policy,
  version,
  onShow,
}: {
  policy: PolicyView;
  version: PolicyVersionView;
  onShow: (number: number) => void;
}) {
  const { t } = useTranslation('admin-policies');
  const client = useQueryClient();
  const rules = useMemo(() => (version.rules ?? []).map(edited), [version.rules]);
  const { number } = version;
  return (
    <Stack gap="sm" miw={0}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('readOnly')}
        </Text>
        <Group gap="xs">
          <NewDraft policyId={policy.id} from={number} label={t('editAsDraft')} subtle onMade={onShow} />
          {version.status === 'PUBLISHED' ? (
            <AskButton
              label={t('withdraw')}
              title={t('withdrawTitle', { number })}
              text={t('withdrawHint')}
              confirm={t('withdraw')}
              done={t('isWithdrawn')}
              run={async () => {
                await data(
                  api.POST('/api/v1/routing-policies/{id}/versions/{number}/withdraw', {
                    params: {
                      path: { id: policy.id, number },
                      header: { 'If-Match': `"${version.version}"` },
                    },
                  }),
                );
                await client.invalidateQueries({ queryKey: ['routing-policies'] });
              }}
            />
          ) : (
            <Publish policy={policy} version={version} label={t('goBack')} back />
          )}
        </Group>
      </Group>
      <RulesAndTrial policyId={policy.id} number={number}>
        <RuleList rules={rules} />
      </RulesAndTrial>
    </Stack>
  );
}

function RulesAndTrial({
  policyId,
  number,
  unsaved = false,
  children,
}: {
  policyId: number;
  number: number;
  unsaved?: boolean;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('admin-policies');
  return (
    <Tabs defaultValue="rules">
      <Tabs.List>
        <Tabs.Tab value="rules" leftSection={<IconListNumbers size={16} aria-hidden />}>
          {t('rules')}
        </Tabs.Tab>
        <Tabs.Tab value="try" leftSection={<IconFlask size={16} aria-hidden />}>
          {t('try')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rules" pt="sm">
        <Text size="sm" c="dimmed" mb="xs">
          {t('rulesHint')}
        </Text>
        {children}
      </Tabs.Panel>
      <Tabs.Panel value="try" pt="sm">
        <TryIt policyId={policyId} number={number} unsaved={unsaved} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Says what changes before it does, also where an earlier version comes back. */
function Publish({
  policy,
  version,
  label,
  back = false,
  disabled,
}: {
  policy: PolicyView;
  version: PolicyVersionView;
  label: string;
  back?: boolean;
  disabled?: boolean;
}) {
  const { t } = useTranslation('admin-policies');
  const client = useQueryClient();
  const { number } = version;
  return (
    <AskButton
      label={label}
      button={{ variant: back ? 'default' : 'filled' }}
      disabled={disabled}
      danger={false}
      size="lg"
      title={t(back ? 'goBackTitle' : 'publishTitle', { number })}
      text={<WhatChanges version={version} />}
      confirm={label}
      done={t('isPublished', { number })}
      run={async () => {
        await data(
          api.POST('/api/v1/routing-policies/{id}/versions/{number}/publish', {
            params: { path: { id: policy.id, number }, header: { 'If-Match': `"${version.version}"` } },
          }),
        );
        await client.invalidateQueries({ queryKey: ['routing-policies'] });
      }}
    />
  );
}

function WhatChanges({ version }: { version: PolicyVersionView }) {
  const { t } = useTranslation('admin-policies');
  const policies = useQuery(policiesQuery);
  const before = policies.data?.find((policy) => policy.publishedVersion != null);
  const number = before?.publishedVersion ?? 0;
  const rules = useQuery({ ...versionQuery(before?.id ?? 0, number), enabled: before !== undefined });
  return (
    <Stack gap="sm">
      <Text size="sm">{t('publishHint')}</Text>
      <Text size="sm">
        {before ? t('replaces', { number, name: before.name }) : policies.data && t('nothingBefore')}
      </Text>
      <Title order={3} size="h6">
        {t('changes')}
      </Title>
      {policies.isPending || (before && rules.isPending) ? (
        <Bones rows={2} />
      ) : (
        <Differences before={rules.data?.rules ?? []} after={version.rules ?? []} />
      )}
    </Stack>
  );
}
