import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AgentView, Presence } from '../../api/schema';
import { CreateForm } from '../../ui/CreateForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { SignInFields } from '../accounts/SignInFields';
import { GroupChoice } from '../core/choices';
import { DetailLink, SectionCollection } from '../core/SectionPage';
import { PresenceBadge } from './PresenceBadge';
import './words';

const presences: Presence[] = ['AVAILABLE', 'AWAY', 'WRAP_UP', 'OFFLINE'];

export function Agents() {
  const { t } = useTranslation(['admin-agents', 'admin']);
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
          <DetailLink section="agents" id={agent.id}>
            <bdi>{agent.name}</bdi>
          </DetailLink>
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
  return (
    <SectionCollection
      section="agents"
      queryKey={keys.agents.list(name, presence, groupId)}
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
      filtered={name !== '' || presence !== null || groupId !== null}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
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
    <CreateForm
      form={form}
      create={({ title, ...values }) =>
        data(api.POST('/api/v1/agents', { body: { ...values, ...(title && { title }) } }))
      }
      changes={keys.agents.root}
      onCreated={(agent) =>
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
    </CreateForm>
  );
}
