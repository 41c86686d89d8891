import { Alert, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconCheck, IconFlask, IconListNumbers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { PolicyVersionView, PolicyView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useKeys } from '../../ui/keys';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { QueryContent } from '../../ui/QueryContent';
import { NewDraft } from './NewDraft';
import { Publish } from './Publish';
import { versionQuery } from './queries';
import { RuleList } from './RuleList';
import { edited } from './rules';
import { TryIt } from './TryIt';
import { useDraft } from './useDraft';

export function VersionView({
  policy,
  number,
  onShow,
}: {
  policy: PolicyView;
  number: number;
  onShow: (number: number) => void;
}) {
  const version = useQuery(versionQuery(policy.id, number));
  return (
    <QueryContent query={version}>
      {(known) =>
        known.status === 'DRAFT' ? (
          <DraftView policy={policy} version={known} />
        ) : (
          <ReadView policy={policy} version={known} onShow={onShow} />
        )
      }
    </QueryContent>
  );
}

/** The attributes that customers are known to have, to suggest them. */
function useAttributes(): string[] {
  const { data: page } = useQuery({
    queryKey: keys.customers.sample,
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
  useKeys([['mod+S', () => draft.changed && draft.save()]], []);
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
        <Alert color="orange" role="alert" title={t('ui:conflict')}>
          <Stack gap="sm">
            <Text size="sm">{t('ui:conflictHint')}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={draft.showTheirs}>
                {t('ui:showTheirs')}
              </Button>
              <Button onClick={draft.keepMine}>{t('ui:keepMine')}</Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <RulesAndTrial policyId={policy.id} number={version.number} unsaved={draft.changed}>
        <RuleList rules={draft.rules} onChange={onChange} mistakes={draft.mistakes} attributes={attributes} />
      </RulesAndTrial>
      <LeaveGuard dirty={draft.changed} />
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
            <ConfirmButton
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
                await client.invalidateQueries({ queryKey: keys.policies.root });
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
  children: ReactNode;
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
