import { ActionIcon, Button, Select, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { GroupView, VisibilityLevel } from '../../api/schema';
import { SeesChoice } from '../agents/Memberships';
import { AskButton, Side } from '../core/Ask';
import classes from '../core/core.module.css';
import { EditForm, useEditing } from '../core/editing';
import { allAccounts, allGroups } from '../core/everything';
import { GroupChoice } from '../core/fields';
import { Bones, Failed } from '../core/List';
import { Page, Part } from '../core/Page';
import { MakeGroup } from './Groups';
import { membersQuery } from './members';
import './words';

const groupQuery = (id: number) =>
  queryOptions({
    queryKey: ['groups', 'admin', id],
    queryFn: () => data(api.GET('/api/v1/groups/{id}', { params: { path: { id } } })),
  });

export function GroupPage() {
  const { t } = useTranslation(['admin-groups', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const group = useQuery(groupQuery(id));
  const navigate = useNavigate();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const own = group.data;
  if (!own) {
    return (
      <Page title={t('admin:section.groups.title')}>
        {group.error ? <Failed problem={group.error} retry={() => group.refetch()} /> : <Bones />}
      </Page>
    );
  }
  return (
    <Page
      title={own.name}
      text={own.parentId == null && t('root')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t('addBelow')}
          </Button>
          {own.parentId != null && (
            <AskButton
              label={t('common:delete')}
              leftSection={<IconTrash size={16} aria-hidden />}
              title={t('admin:deleteIt', { name: own.name })}
              text={t('deleteHint')}
              confirm={t('common:delete')}
              done={t('admin:deleted')}
              run={async () => {
                await data(
                  api.DELETE('/api/v1/groups/{id}', {
                    params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                  }),
                );
                await navigate({ to: '/admin/$section', params: { section: 'groups' } });
                await client.invalidateQueries({ queryKey: allGroups.queryKey });
              }}
            />
          )}
        </>
      }
    >
      {own.parentId != null && <Settings group={own} />}
      <Members groupId={id} />
      <Side title={t('addBelow')} opened={making} onClose={() => setMaking(false)}>
        <MakeGroup parentId={id} onClose={() => setMaking(false)} />
      </Side>
    </Page>
  );
}

function Settings({ group }: { group: GroupView }) {
  const { t } = useTranslation('admin-groups');
  const editing = useEditing({
    ...groupQuery(group.id),
    thing: group,
    values: ({ name, parentId }) => ({ name, parentId: parentId ?? null }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/groups/{id}', {
          params: { path: { id: group.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: ['groups'],
  });
  const { form } = editing;
  return (
    <Part title={t('settings')}>
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
    </Part>
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
    <Part title={t('members')} text={t('membersHint')}>
      {members.isPending ? (
        <Bones rows={2} />
      ) : members.isError ? (
        <Failed problem={members.error} retry={() => members.refetch()} />
      ) : here.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noMembers')}
        </Text>
      ) : (
        <Table className={classes.table} aria-label={t('members')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('member')}</Table.Th>
              <Table.Th scope="col">{t('sees')}</Table.Th>
              <Table.Th className={classes.narrow}>
                <VisuallyHidden>{t('admin:actions')}</VisuallyHidden>
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
                <Table.Td className={classes.narrow}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('admin:removeIt', { name: member.name })}
                    onClick={() => remove.mutate(member.accountId)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
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
    </Part>
  );
}
