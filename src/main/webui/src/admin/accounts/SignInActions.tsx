import { ActionIcon, Checkbox, Menu, TextInput } from '@mantine/core';
import { IconDots, IconLogout, IconMail, IconShieldOff, IconTrash, IconUserCog } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DeleteDialog } from '../../ui/DeleteDialog';
import { isStaffRole, RoleChoice } from './RoleChoice';
import './words';

interface Props {
  account: { id: number; name: string; email?: string | null };
  /** Where they can be changed. */
  roles?: string[] | undefined;
  /** Whether there is a password. */
  mailable?: boolean;
  /** Those of agents, customers and API clients go with these. */
  deletable?: boolean;
}

/** What an admin can do about a sign-in. */
export function SignInActions({ account, roles, mailable = true, deletable = false }: Props) {
  const { t } = useTranslation(['admin-accounts', 'admin', 'common']);
  const [asked, setAsked] = useState<'roles' | 'link' | 'signOut' | 'factor' | 'delete'>();
  const { id, name } = account;
  const params = { params: { path: { id } } };
  const close = () => setAsked(undefined);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('ui:actionsOf', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {roles && (
            <Menu.Item leftSection={<IconUserCog size={16} />} onClick={() => setAsked('roles')}>
              {t('changeRoles')}
            </Menu.Item>
          )}
          {mailable && (
            <Menu.Item leftSection={<IconMail size={16} />} onClick={() => setAsked('link')}>
              {t('sendLink')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => setAsked('signOut')}>
            {t('signOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={() => setAsked('factor')}>
            {t('factor')}
          </Menu.Item>
          {deletable && (
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
              {t('common:delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'link' && <PasswordLinkOf id={id} name={name} email={account.email} onClose={close} />}
      {roles && asked === 'roles' && <RolesOf id={id} name={name} roles={roles} onClose={close} />}
      <ConfirmDialog
        opened={asked === 'signOut'}
        onClose={close}
        title={t('signOutTitle', { name })}
        text={t('signOutHint')}
        confirm={t('signOut')}
        done={t('signedOut')}
        run={() => data(api.POST('/api/v1/accounts/{id}/sign-out-everywhere', params))}
      />
      <ConfirmDialog
        opened={asked === 'factor'}
        onClose={close}
        title={t('factorTitle', { name })}
        text={t('factorHint')}
        confirm={t('factor')}
        done={t('factorRemoved')}
        run={() => data(api.DELETE('/api/v1/accounts/{id}/second-factor', params))}
      />
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        name={name}
        text={t('deleteHint')}
        queryKey={keys.accounts.root}
        changes={keys.accounts.root}
        remove={() => data(api.DELETE('/api/v1/accounts/{id}', params))}
      />
    </>
  );
}

/** Whose address is not known is sent the link where the admin says. */
function PasswordLinkOf({
  id,
  name,
  email,
  onClose,
}: {
  id: number;
  name: string;
  email: string | null | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin-accounts');
  const client = useQueryClient();
  const [address, setAddress] = useState(email ?? '');
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      danger={false}
      title={t('sendLinkTo', { name })}
      text={
        <TextInput
          label={t('email')}
          description={t('sendLinkHint')}
          type="email"
          autoComplete="off"
          maxLength={190}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      }
      confirm={t('sendLink')}
      done={t('linkSent')}
      run={async () => {
        await data(
          api.POST('/api/v1/accounts/{id}/password-link', {
            params: { path: { id } },
            body: address ? { email: address } : {},
          }),
        );
        await client.invalidateQueries({ queryKey: keys.accounts.root });
      }}
    />
  );
}

/** An agent stays one, whatever else they are. */
function RolesOf({
  id,
  name,
  roles,
  onClose,
}: {
  id: number;
  name: string;
  roles: string[];
  onClose: () => void;
}) {
  const { t } = useTranslation('admin-accounts');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string[]>(roles.filter(isStaffRole));
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      danger={false}
      title={t('rolesOf', { name })}
      text={
        <Checkbox.Group label={t('roles')} description={t('rolesHint')} value={chosen} onChange={setChosen}>
          <RoleChoice />
        </Checkbox.Group>
      }
      confirm={t('common:save')}
      done={t('rolesChanged')}
      run={async () => {
        await data(
          api.PUT('/api/v1/accounts/{id}/roles', {
            params: { path: { id } },
            body: { roles: chosen.filter(isStaffRole) },
          }),
        );
        await client.invalidateQueries({ queryKey: keys.accounts.root });
      }}
    />
  );
}
