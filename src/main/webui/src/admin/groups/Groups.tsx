import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFolder, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { GroupView, Isolation } from '../../api/schema';
import { groupsQuery } from '../../tickets/queries';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { CreateForm } from '../../ui/CreateForm';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import { SideDrawer } from '../../ui/SideDrawer';
import { GroupChoice } from '../core/choices';
import { DetailLink, SectionPage } from '../core/SectionPage';
import own from './Groups.module.css';
import './words';

export function Groups() {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const groups = useQuery(groupsQuery);
  const [making, setMaking] = useState(false);
  return (
    <SectionPage
      section="groups"
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
      }
    >
      <PageSection title={t('tree')}>
        <QueryContent query={groups} rows={3}>
          {(all) => <Branch groups={all} parentId={null} />}
        </QueryContent>
      </PageSection>
      <IsolationSettings />
      <SideDrawer title={t('new')} opened={making} onClose={() => setMaking(false)}>
        <MakeGroup onClose={() => setMaking(false)} />
      </SideDrawer>
    </SectionPage>
  );
}

function Branch({ groups, parentId }: { groups: GroupView[]; parentId: number | null }) {
  const inside = groups
    .filter((group) => (group.parentId ?? null) === parentId)
    .sort((a, b) => a.name.localeCompare(b.name));
  return inside.length === 0 ? null : (
    <ul className={parentId === null ? own.tree : own.branch}>
      {inside.map((group) => (
        <li key={group.id}>
          <Group gap="xs" py={4} wrap="nowrap">
            <IconFolder size={16} aria-hidden className={own.icon} />
            <DetailLink section="groups" id={group.id}>
              <bdi>{group.name}</bdi>
            </DetailLink>
          </Group>
          <Branch groups={groups} parentId={group.id} />
        </li>
      ))}
    </ul>
  );
}

export function MakeGroup({ parentId = null, onClose }: { parentId?: number | null; onClose: () => void }) {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const navigate = useNavigate();
  const form = useForm({ initialValues: { name: '', parentId } });
  return (
    <CreateForm
      form={form}
      create={(body) => data(api.POST('/api/v1/groups', { body }))}
      changes={keys.groups.root}
      onCreated={(group) => {
        onClose();
        void navigate({ to: '/admin/$section/$id', params: { section: 'groups', id: String(group.id) } });
      }}
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <GroupChoice
        label={t('parent')}
        placeholder={t('admin:wholeOrganisation')}
        clearable
        {...form.getInputProps('parentId')}
      />
    </CreateForm>
  );
}

const parts = ['tickets', 'customers', 'agents'] as const;

function IsolationSettings() {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const client = useQueryClient();
  const isolation = useQuery({
    queryKey: keys.isolation,
    queryFn: () => data(api.GET('/api/v1/isolation')),
  });
  const [asked, setAsked] = useState<keyof Isolation>();
  const now = isolation.data;
  return (
    <PageSection title={t('isolation')} text={t('isolationHint')}>
      <QueryContent query={isolation} rows={3}>
        {(known) => (
          <Stack gap="sm">
            {parts.map((part) => (
              <Switch
                key={part}
                label={t(part)}
                description={t(`${part}Hint`)}
                checked={known[part]}
                onChange={() => setAsked(part)}
              />
            ))}
          </Stack>
        )}
      </QueryContent>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('askTitle')}
        text={<Text size="sm">{asked && t(now?.[asked] ? 'askOff' : 'askOn', { what: t(asked) })}</Text>}
        confirm={t('change')}
        danger={false}
        done={t('ui:saved')}
        run={async () => {
          if (asked && now) {
            const body = { ...now, [asked]: !now[asked] };
            client.setQueryData(keys.isolation, await data(api.PUT('/api/v1/isolation', { body })));
          }
        }}
      />
    </PageSection>
  );
}
