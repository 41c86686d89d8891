import { Button, Select, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { AgentView, Presence } from '../../api/schema';
import { SignInFields } from '../accounts/SignInFields';
import { Side } from '../core/Ask';
import { MakeForm } from '../core/editing';
import { GroupChoice, WholeNumber } from '../core/fields';
import { List } from '../core/List';
import { SectionPage, ThingLink } from '../core/Page';
import { PresenceBadge } from './PresenceBadge';
import './words';

const presences: Presence[] = ['AVAILABLE', 'AWAY', 'WRAP_UP', 'OFFLINE'];

export function Agents() {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const [making, setMaking] = useState(false);
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed, 250);
  const [presence, setPresence] = useState<Presence | null>(null);
  const [groupId, setGroupId] = useState<number | null>(null);
  const read = useCallback(
    (after: string | undefined, limit: number) =>
      data(
        api.GET('/api/v1/agents', {
          params: {
            query: {
              limit,
              ...(after && { after }),
              ...(name && { name }),
              ...(presence && { presence }),
              ...(groupId && { groupId }),
            },
          },
        }),
      ),
    [name, presence, groupId],
  );
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (agent: AgentView) => (
          <ThingLink section="agents" id={agent.id}>
            <bdi>{agent.name}</bdi>
          </ThingLink>
        ),
      },
      { key: 'title', label: t('title'), from: 'sm' as const, cell: (agent: AgentView) => agent.title },
      {
        key: 'presence',
        label: t('presence'),
        cell: (agent: AgentView) => <PresenceBadge presence={agent.presence} />,
      },
      {
        key: 'load',
        label: t('load'),
        from: 'xs' as const,
        cell: (agent: AgentView) => t('loadOf', { load: agent.load, capacity: agent.capacity }),
      },
    ],
    [t],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  const filtered = name !== '' || presence !== null || groupId !== null;
  return (
    <SectionPage section="agents" actions={create}>
      <List
        label={t('admin:section.agents.title')}
        queryKey={['agents', 'admin', 'list', name, presence, groupId]}
        read={read}
        columns={columns}
        onSearch={setTyped}
        filters={
          <>
            <Select
              aria-label={t('presence')}
              placeholder={t('anyPresence')}
              data={presences.map((own) => ({ value: own, label: t(`admin:presence.${own}`) }))}
              value={presence}
              onChange={(own) => setPresence(own as Presence | null)}
              clearable
              w={{ base: '100%', xs: 180 }}
            />
            <GroupChoice
              aria-label={t('group')}
              placeholder={t('group')}
              value={groupId}
              onChange={setGroupId}
              clearable
              w={{ base: '100%', xs: 200 }}
            />
          </>
        }
        empty={
          filtered ? (
            t('admin:nothingMatches')
          ) : (
            <>
              <Title order={2} size="h4">
                {t('none')}
              </Title>
              <Text c="dimmed">{t('noneHint')}</Text>
              {create}
            </>
          )
        }
      />
      <Side title={t('new')} opened={making} onClose={() => setMaking(false)}>
        <Make onClose={() => setMaking(false)} />
      </Side>
    </SectionPage>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-agents');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      name: '',
      title: '',
      capacity: 1 as number | null,
      signIn: { username: '', password: '' },
    },
  });
  return (
    <MakeForm
      form={form}
      make={({ title, ...values }) =>
        data(api.POST('/api/v1/agents', { body: { ...values, ...(title && { title }) } }))
      }
      changes={['agents']}
      onMade={(agent) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'agents', id: String(agent.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('title')}
        description={t('titleHint')}
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <WholeNumber
        label={t('capacity')}
        description={t('capacityHint')}
        min={1}
        max={100}
        required
        {...form.getInputProps('capacity')}
      />
      <SignInFields form={form} />
    </MakeForm>
  );
}
