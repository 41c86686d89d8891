import { ActionIcon, Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { QueueMemberView } from '../../api/schema';
import { allAgentsQuery, groupsQuery } from '../../tickets/queries';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import tables from '../../ui/tables.module.css';
import { useWholeList } from '../../ui/useWholeList';
import { WholeListBar } from '../../ui/WholeListBar';
import { WholeNumber } from '../../ui/WholeNumber';
import { Choice, GroupChoice } from '../core/choices';
import { useNames } from '../core/everything';
import './words';

/** Who serves a queue: agents by name, and groups. */
export function Members({ queueId, ranked }: { queueId: number; ranked: boolean }) {
  const { t } = useTranslation(['admin-queues', 'admin']);
  const agent = useNames(allAgentsQuery);
  const { data: groups = [] } = useQuery(groupsQuery);
  const path = { params: { path: { id: queueId } } };
  const whole = useWholeList<QueueMemberView>({
    queryKey: keys.queues.one(queueId, 'members'),
    read: () => data(api.GET('/api/v1/queues/{id}/members', path)),
    write: (body) => data(api.PUT('/api/v1/queues/{id}/members', { ...path, body })),
    changes: keys.queues.root,
  });
  const { items, setItems, stored } = whole;
  const nameOf = (member: QueueMemberView) => {
    if (member.agentId != null) {
      return agent(member.agentId);
    }
    const group = groups.find((own) => own.id === member.groupId);
    return group && group.parentId == null ? t('everybody') : (group?.name ?? `#${member.groupId}`);
  };
  return (
    <PageSection title={t('members')} text={t('membersHint')}>
      <QueryContent query={stored} rows={3}>
        {() =>
          items.length === 0 ? (
            <Text size="sm">{t('noMembers')}</Text>
          ) : (
            <Table className={tables.table} aria-label={t('members')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('member')}</Table.Th>
                  <Table.Th scope="col">{t('tier')}</Table.Th>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((member, index) => {
                  const name = nameOf(member);
                  return (
                    <Table.Tr key={`${member.agentId}-${member.groupId}`}>
                      <Table.Td>
                        {name}{' '}
                        {member.groupId != null && (
                          <Badge variant="default" tt="none" size="sm">
                            {t('groupMember')}
                          </Badge>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <WholeNumber
                          aria-label={t('tierOf', { name })}
                          size="xs"
                          w={76}
                          min={1}
                          max={100}
                          disabled={!ranked}
                          value={member.tier ?? 1}
                          onChange={(tier) =>
                            setItems(items.map((own, at) => (at === index ? { ...own, tier } : own)))
                          }
                        />
                      </Table.Td>
                      <Table.Td className={tables.narrow}>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={t('ui:removeIt', { name })}
                          onClick={() => setItems(items.filter((_, at) => at !== index))}
                        >
                          <IconX size={16} />
                        </ActionIcon>
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryContent>
      <Group key={items.length}>
        <Choice
          of="agents"
          aria-label={t('addAgent')}
          placeholder={t('addAgent')}
          without={items.flatMap((member) => member.agentId ?? [])}
          onChange={(agentId) => agentId && setItems([...items, { agentId, tier: 1 }])}
          w={{ base: '100%', xs: 240 }}
        />
        <GroupChoice
          aria-label={t('addGroup')}
          placeholder={t('addGroup')}
          without={items.flatMap((member) => member.groupId ?? [])}
          onChange={(groupId) => groupId && setItems([...items, { groupId, tier: 1 }])}
          w={{ base: '100%', xs: 240 }}
        />
      </Group>
      <WholeListBar whole={whole} />
    </PageSection>
  );
}
