import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFolder, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { GroupView, Isolation } from '../../api/schema';
import { Ask, Side } from '../core/Ask';
import classes from '../core/core.module.css';
import { MakeForm } from '../core/editing';
import { allGroups } from '../core/everything';
import { GroupChoice } from '../core/fields';
import { Bones, Failed } from '../core/List';
import { Part, SectionPage, ThingLink } from '../core/Page';
import own from './Groups.module.css';
import './words';

export function Groups() {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const groups = useQuery(allGroups);
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
      <Part title={t('tree')}>
        {groups.isPending ? (
          <Bones rows={3} />
        ) : groups.isError ? (
          <Failed problem={groups.error} retry={() => groups.refetch()} />
        ) : (
          <Branch groups={groups.data} parentId={null} />
        )}
      </Part>
      <IsolationSettings />
      <Side title={t('new')} opened={making} onClose={() => setMaking(false)}>
        <MakeGroup onClose={() => setMaking(false)} />
      </Side>
    </SectionPage>
  );
}

function Branch({ groups, parentId }: { groups: GroupView[]; parentId: number | null }) {
  const inside = groups
    .filter((group) => (group.parentId ?? null) === parentId)
    .sort((a, b) => a.name.localeCompare(b.name));
  return inside.length === 0 ? null : (
    <ul className={parentId === null ? classes.plain : own.branch}>
      {inside.map((group) => (
        <li key={group.id}>
          <Group gap="xs" py={4} wrap="nowrap">
            <IconFolder size={16} aria-hidden className={own.icon} />
            <ThingLink section="groups" id={group.id}>
              <bdi>{group.name}</bdi>
            </ThingLink>
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
    <MakeForm
      form={form}
      make={(body) => data(api.POST('/api/v1/groups', { body }))}
      changes={['groups']}
      onMade={(group) => {
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
    </MakeForm>
  );
}

const parts = ['tickets', 'customers', 'agents'] as const;

function IsolationSettings() {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const client = useQueryClient();
  const isolation = useQuery({
    queryKey: ['isolation'],
    queryFn: () => data(api.GET('/api/v1/isolation')),
  });
  const [asked, setAsked] = useState<keyof Isolation>();
  const now = isolation.data;
  return (
    <Part title={t('isolation')} text={t('isolationHint')}>
      {!now ? (
        isolation.error ? (
          <Failed problem={isolation.error} retry={() => isolation.refetch()} />
        ) : (
          <Bones rows={3} />
        )
      ) : (
        <Stack gap="sm">
          {parts.map((part) => (
            <Switch
              key={part}
              label={t(part)}
              description={t(`${part}Hint`)}
              checked={now[part]}
              onChange={() => setAsked(part)}
            />
          ))}
        </Stack>
      )}
      <Ask
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('askTitle')}
        text={<Text size="sm">{asked && t(now?.[asked] ? 'askOff' : 'askOn', { what: t(asked) })}</Text>}
        confirm={t('change')}
        danger={false}
        done={t('admin:saved')}
        run={async () => {
          if (asked && now) {
            const body = { ...now, [asked]: !now[asked] };
            client.setQueryData(['isolation'], await data(api.PUT('/api/v1/isolation', { body })));
          }
        }}
      />
    </Part>
  );
}
