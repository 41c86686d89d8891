import { ActionIcon, Button, Select, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { GroupView, VisibilityLevel } from '../../api/schema';
import { groupsQuery } from '../../tickets/queries';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import { SideDrawer } from '../../ui/SideDrawer';
import tables from '../../ui/tables.module.css';
import { useEditForm } from '../../ui/useEditForm';
import { SeesChoice } from '../agents/Memberships';
import { GroupChoice } from '../core/choices';
import { allAccounts } from '../core/everything';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { MakeGroup } from './Groups';
import { membersQuery } from './members';
import './words';

const groupQuery = (id: number) =>
  queryOptions({
    queryKey: keys.groups.one(id),
    queryFn: () => data(api.GET('/api/v1/groups/{id}', { params: { path: { id } } })),
  });

export function GroupPage() {
  const { t } = useTranslation(['admin-groups', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const group = useQuery(groupQuery(id));
  const [making, setMaking] = useState(false);
  return (
    <SectionDetail
      section="groups"
      query={group}
      head={(own) => ({
        title: own.name,
        text: own.parentId == null && t('root'),
        actions: (
          <>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setMaking(true)}
            >
              {t('addBelow')}
            </Button>
            {own.parentId != null && (
              <SectionDelete
                section="groups"
                name={own.name}
                text={t('deleteHint')}
                queryKey={groupQuery(id).queryKey}
                changes={groupsQuery.queryKey}
                remove={() =>
                  data(
                    api.DELETE('/api/v1/groups/{id}', {
                      params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                    }),
                  )
                }
              />
            )}
          </>
        ),
      })}
    >
      {(own) => (
        <>
          {own.parentId != null && <Settings group={own} />}
          <Members groupId={id} />
          <SideDrawer title={t('addBelow')} opened={making} onClose={() => setMaking(false)}>
            <MakeGroup parentId={id} onClose={() => setMaking(false)} />
          </SideDrawer>
        </>
      )}
    </SectionDetail>
  );
}

function Settings({ group }: { group: GroupView }) {
  const { t } = useTranslation('admin-groups');
  const editing = useEditForm({
    ...groupQuery(group.id),
    stored: group,
    values: ({ name, parentId }) => ({ name, parentId: parentId ?? null }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/groups/{id}', {
          params: { path: { id: group.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: keys.groups.root,
  });
  const { form } = editing;
  return (
    <PageSection title={t('settings')}>
      <EditForm
        editing={editing}
        label={t('settings')}
        fieldWords={(field) => t(field === 'parentId' ? 'parent' : field)}
      >
        <TextInput label={t('name')} required maxLength={100} maw={360} {...form.getInputProps('name')} />
        <GroupChoice
          label={t('parent')}
          allowDeselect={false}
          without={[group.id]}
          maw={360}
          {...form.getInputProps('parentId')}
        />
      </EditForm>
    </PageSection>
  );
}

function Members({ groupId }: { groupId: number }) {
  const { t } = useTranslation(['admin-groups', 'admin']);
  const client = useQueryClient();
  const members = useQuery(membersQuery(groupId));
  const { data: accounts = [] } = useQuery(allAccounts);
  const here = members.data ?? [];
  const changed = () => client.invalidateQueries({ queryKey: membersQuery(groupId).queryKey });
  const put = useMutation({
    mutationFn: ({ accountId, sees }: { accountId: number; sees: VisibilityLevel }) =>
      data(
        api.PUT('/api/v1/groups/{id}/members/{accountId}', {
          params: { path: { id: groupId, accountId } },
          body: { sees },
        }),
      ),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (accountId: number) =>
      data(
        api.DELETE('/api/v1/groups/{id}/members/{accountId}', {
          params: { path: { id: groupId, accountId } },
        }),
      ),
    onSuccess: changed,
  });
  const others = accounts.filter(
    (account) =>
      !account.roles.every((role) => role === 'customer') &&
      !here.some((member) => member.accountId === account.id),
  );
  return (
    <PageSection title={t('members')} text={t('membersHint')}>
      <QueryContent query={members} rows={2}>
        {() =>
          here.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noMembers')}
            </Text>
          ) : (
            <Table className={tables.table} aria-label={t('members')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('member')}</Table.Th>
                  <Table.Th scope="col">{t('sees')}</Table.Th>
                  <Table.Th className={tables.narrow}>
                    <VisuallyHidden>{t('ui:actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {here.map((member) => (
                  <Table.Tr key={member.accountId}>
                    <Table.Td>
                      <bdi>{member.name}</bdi>
                    </Table.Td>
                    <Table.Td>
                      <SeesChoice
                        label={`${t('sees')}: ${member.name}`}
                        value={member.sees}
                        onChange={(sees) => put.mutate({ accountId: member.accountId, sees })}
                      />
                    </Table.Td>
                    <Table.Td className={tables.narrow}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('ui:removeIt', { name: member.name })}
                        onClick={() => remove.mutate(member.accountId)}
                      >
                        <IconX size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryContent>
      <Select
        key={here.length}
        aria-label={t('addMember')}
        placeholder={t('addMember')}
        searchable
        limit={100}
        data={others.map((account) => ({
          value: String(account.id),
          label: `${account.name} (${account.username})`,
        }))}
        onChange={(accountId) => accountId && put.mutate({ accountId: Number(accountId), sees: 'GROUP' })}
        maw={320}
      />
    </PageSection>
  );
}
