import { Button, Group, Menu, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AgentView, Presence } from '../../api/schema';
import { reasonsQuery } from '../../tickets/queries';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { useTime } from '../../ui/useTime';
import { WholeNumber } from '../../ui/WholeNumber';
import { SignInActions } from '../accounts/SignInActions';
import { useNames } from '../core/everything';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { Memberships } from './Memberships';
import { AgentLimits, AgentSkills } from './Powers';
import { PresenceBadge } from './PresenceBadge';
import './words';

export const agentQuery = (id: number) =>
  queryOptions({
    queryKey: keys.agents.one(id),
    queryFn: () => data(api.GET('/api/v1/agents/{id}', { params: { path: { id } } })),
  });

export function Agent() {
  const { t } = useTranslation(['admin-agents', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const agent = useQuery(agentQuery(id));
  return (
    <SectionDetail
      section="agents"
      query={agent}
      head={(own) => ({
        title: own.name,
        text: own.title,
        mark: <PresenceBadge presence={own.presence} />,
        actions: (
          <>
            <PresenceMenu agent={own} />
            <SectionDelete
              section="agents"
              name={own.name}
              text={t('deleteHint')}
              queryKey={agentQuery(id).queryKey}
              changes={keys.agents.root}
              remove={() =>
                data(
                  api.DELETE('/api/v1/agents/{id}', {
                    params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                  }),
                )
              }
            />
            <SignInActions account={own} />
          </>
        ),
      })}
    >
      {(own) => (
        <>
          <Since agent={own} />
          <Profile agent={own} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <AgentSkills id={id} />
            <AgentLimits id={id} />
          </SimpleGrid>
          <Memberships accountId={id} />
        </>
      )}
    </SectionDetail>
  );
}

function Since({ agent }: { agent: AgentView }) {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const time = useTime();
  const reason = useNames(reasonsQuery);
  const presence = agent.reasonId == null ? t(`admin:presence.${agent.presence}`) : reason(agent.reasonId);
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('presenceSince', { presence, time: time(agent.presenceSince) })} ·{' '}
      {agent.lastSeenAt ? t('lastSeen', { time: time(agent.lastSeenAt) }) : t('neverSeen')} · {t('load')}{' '}
      {t('loadOf', { load: agent.load, capacity: agent.capacity })}
    </Text>
  );
}

function PresenceMenu({ agent }: { agent: AgentView }) {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const client = useQueryClient();
  const { data: reasons } = useQuery(reasonsQuery);
  const set = useMutation({
    mutationFn: (body: { presence: Presence; reasonId?: number }) =>
      data(api.PUT('/api/v1/agents/{id}/presence', { params: { path: { id: agent.id } }, body })),
    onSuccess: (now) => {
      client.setQueryData(agentQuery(agent.id).queryKey, now);
      void client.invalidateQueries({ queryKey: keys.agents.root });
    },
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />} loading={set.isPending}>
          {t('setPresence')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['AVAILABLE', 'AWAY', 'OFFLINE'] as const).map((presence) => (
          <Menu.Item key={presence} onClick={() => set.mutate({ presence })}>
            {t(`admin:presence.${presence}`)}
          </Menu.Item>
        ))}
        {reasons?.map((reason) => (
          <Menu.Item key={reason.id} onClick={() => set.mutate({ presence: 'AWAY', reasonId: reason.id })}>
            {t('admin:presence.AWAY')}: {reason.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Profile({ agent }: { agent: AgentView }) {
  const { t } = useTranslation('admin-agents');
  const editing = useEditForm({
    ...agentQuery(agent.id),
    stored: agent,
    values: ({ name, title, capacity }) => ({
      name,
      title: title ?? '',
      capacity: capacity as number | null,
    }),
    save: ({ title, capacity, name }, ifMatch) =>
      data(
        api.PUT('/api/v1/agents/{id}', {
          params: { path: { id: agent.id }, header: { 'If-Match': ifMatch } },
          body: { name, capacity: capacity as number, ...(title && { title }) },
        }),
      ),
    changes: keys.agents.root,
  });
  const { form } = editing;
  return (
    <PageSection title={t('profile')}>
      <EditForm editing={editing} label={t('profile')} fieldWords={(field) => t(field)}>
        <Group align="start" grow preventGrowOverflow={false}>
          <TextInput label={t('name')} required maxLength={200} miw={220} {...form.getInputProps('name')} />
          <TextInput label={t('title')} maxLength={200} miw={220} {...form.getInputProps('title')} />
          <Stack miw={160}>
            <WholeNumber
              label={t('capacity')}
              description={t('capacityHint')}
              min={1}
              max={100}
              required
              {...form.getInputProps('capacity')}
            />
          </Stack>
        </Group>
      </EditForm>
    </PageSection>
  );
}
