import { Badge, Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AccountView, StaffRole } from '../../api/schema';
import { isFound } from '../../app/found';
import { useMe } from '../../app/session';
import { CreateForm } from '../../ui/CreateForm';
import { useTime } from '../../ui/useTime';
import { SectionCollection } from '../core/SectionPage';
import classes from './Accounts.module.css';
import { isStaffRole, RoleChoice } from './RoleChoice';
import { SignInActions } from './SignInActions';
import { SignInFields } from './SignInFields';
import './words';

const roles = ['admin', 'supervisor', 'agent', 'customer', 'integration'];

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/accounts', { params: { query: { limit, ...(after && { after }) } } }));

/** Only sign-ins without anything behind them can be deleted as such. */
function isStaff(account: AccountView) {
  return account.roles.every(isStaffRole);
}

function isOfTheHouse(account: AccountView) {
  return account.roles.every((role) => role === 'agent' || isStaffRole(role));
}

export function Accounts() {
  const { t } = useTranslation(['admin-accounts', 'admin']);
  const me = useMe();
  const time = useTime();
  const [role, setRole] = useState<string | null>(null);
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (account: AccountView) => (
          <>
            <Text component="div" size="sm" fw={550}>
              <bdi>{account.name}</bdi>{' '}
              {account.id === me.id && (
                <Badge variant="default" tt="none" size="sm">
                  {t('you')}
                </Badge>
              )}
            </Text>
            <Text size="sm" c="dimmed" hiddenFrom="sm">
              <bdi>{account.username}</bdi>
            </Text>
          </>
        ),
      },
      {
        key: 'username',
        label: t('username'),
        from: 'sm' as const,
        cell: (account: AccountView) => account.username,
      },
      {
        key: 'roles',
        label: t('roles'),
        cell: (account: AccountView) =>
          account.roles.map((own) => (
            <Text key={own} size="sm" className={classes.role}>
              {t(`admin:role.${own}`)}
            </Text>
          )),
      },
      {
        key: 'since',
        label: t('since'),
        from: 'lg' as const,
        cell: (account: AccountView) => time(account.createdAt),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (account: AccountView) => (
          <SignInActions
            account={account}
            roles={isOfTheHouse(account) && account.id !== me.id ? account.roles : undefined}
            mailable={!account.roles.includes('integration')}
            deletable={isStaff(account) && account.id !== me.id}
          />
        ),
      },
    ],
    [t, me.id, time],
  );
  const matches = useCallback(
    (account: AccountView, text: string) => isFound(account.name, text) || isFound(account.username, text),
    [],
  );
  const ofRole = useCallback(
    async (after: string | undefined, limit: number) => {
      const page = await read(after, limit);
      return role === null
        ? page
        : { ...page, items: page.items.filter((account) => account.roles.includes(role)) };
    },
    [role],
  );
  return (
    <SectionCollection
      section="accounts"
      key={role}
      queryKey={keys.accounts.list(role)}
      read={ofRole}
      columns={columns}
      matches={matches}
      filters={
        <Select
          aria-label={t('onlyRole')}
          placeholder={t('allRoles')}
          data={roles.map((own) => ({ value: own, label: t(`admin:role.${own}`) }))}
          value={role}
          onChange={setRole}
          clearable
          w={{ base: '100%', xs: 180 }}
        />
      }
      filtered={role !== null}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin-accounts', 'admin']);
  const form = useForm({
    initialValues: { name: '', roles: [] as string[], signIn: { username: '', password: '' } },
  });
  return (
    <CreateForm
      form={form}
      create={(values) =>
        data(api.POST('/api/v1/accounts', { body: { ...values, roles: values.roles as StaffRole[] } }))
      }
      changes={keys.accounts.root}
      onCreated={onClose}
      onCancel={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('newHint')}
      </Text>
      <TextInput label={t('name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <Checkbox.Group label={t('roles')} required {...form.getInputProps('roles')}>
        <RoleChoice />
      </Checkbox.Group>
      <SignInFields form={form} />
    </CreateForm>
  );
}
