import { ActionIcon, Group, Select, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { VisibilityLevel } from '../../api/schema';
import { groupsQuery } from '../../tickets/queries';
import { PageSection } from '../../ui/PageSection';
import tables from '../../ui/tables.module.css';
import { GroupChoice } from '../core/choices';
import { membersQuery } from '../groups/members';

const sights: VisibilityLevel[] = ['OWN', 'GROUP', 'SUBTREE', 'ORGANISATION'];

/** The groups of somebody. The API lists members by group only. */
export function Memberships({ accountId }: { accountId: number }) {
  const { t } = useTranslation(['admin-agents', 'admin']);
  const client = useQueryClient();
  const { data: groups = [] } = useQuery(groupsQuery);
  const members = useQueries({ queries: groups.map((group) => membersQuery(group.id)) });
  const mine = members.flatMap((of) => of.data ?? []).filter((member) => member.accountId === accountId);
  const name = (groupId: number) => {
    const group = groups.find((own) => own.id === groupId);
    return group?.parentId == null ? t('admin:wholeOrganisation') : group.name;
  };
  const changed = (groupId: number) => client.invalidateQueries({ queryKey: membersQuery(groupId).queryKey });
  const put = useMutation({
    mutationFn: ({ groupId, sees }: { groupId: number; sees: VisibilityLevel }) =>
      data(
        api.PUT('/api/v1/groups/{id}/members/{accountId}', {
          params: { path: { id: groupId, accountId } },
          body: { sees },
        }),
      ),
    onSuccess: ({ groupId }) => changed(groupId),
  });
  const remove = useMutation({
    mutationFn: (groupId: number) =>
      data(
        api.DELETE('/api/v1/groups/{id}/members/{accountId}', {
          params: { path: { id: groupId, accountId } },
        }),
      ),
    onSuccess: (_, groupId) => changed(groupId),
  });
  return (
    <PageSection title={t('groups')} text={t('groupsHint')}>
      {mine.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noGroups')}
        </Text>
      ) : (
        <Table className={tables.table} aria-label={t('groups')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('group')}</Table.Th>
              <Table.Th scope="col">{t('sees')}</Table.Th>
              <Table.Th className={tables.narrow}>
                <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mine.map((member) => (
              <Table.Tr key={member.groupId}>
                <Table.Td>{name(member.groupId)}</Table.Td>
                <Table.Td>
                  <SeesChoice
                    label={`${t('sees')}: ${name(member.groupId)}`}
                    value={member.sees}
                    onChange={(sees) => put.mutate({ groupId: member.groupId, sees })}
                  />
                </Table.Td>
                <Table.Td className={tables.narrow}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('ui:removeIt', { name: name(member.groupId) })}
                    onClick={() => remove.mutate(member.groupId)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group>
        <GroupChoice
          key={mine.length}
          aria-label={t('addGroup')}
          placeholder={t('addGroup')}
          without={mine.map((member) => member.groupId)}
          onChange={(groupId) => groupId && put.mutate({ groupId, sees: 'GROUP' })}
          w={{ base: '100%', xs: 280 }}
        />
      </Group>
    </PageSection>
  );
}

export function SeesChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: VisibilityLevel;
  onChange: (sees: VisibilityLevel) => void;
}) {
  const { t } = useTranslation('admin');
  return (
    <Select
      size="xs"
      aria-label={label}
      data={sights.map((sees) => ({ value: sees, label: t(`sees.${sees}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(sees) => onChange(sees as VisibilityLevel)}
      maw={260}
    />
  );
}
