import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconUserPlus,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { OrganisationView } from '../api/schema';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { CreateForm } from '../ui/CreateForm';
import { DeleteDialog } from '../ui/DeleteDialog';
import { SideDrawer } from '../ui/SideDrawer';
import { OrganisationFields } from './OrganisationFields';

type Act = 'change' | 'invite' | 'suspend' | 'activate' | 'delete';

/** What an operator can do about an organisation, unless somebody changed it meanwhile. */
export function OrganisationActions({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation(['operations', 'ui', 'common']);
  const client = useQueryClient();
  const [asked, setAsked] = useState<Act>();
  const { id, name, status, version } = organisation;
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  const close = () => setAsked(undefined);
  const changing = async (change: Promise<unknown>) => {
    try {
      await change;
    } finally {
      await client.invalidateQueries({ queryKey: keys.organisations.root });
    }
  };
  const items: [Act, typeof IconDots, boolean][] = [
    ['change', IconPencil, true],
    ['invite', IconUserPlus, status === 'ACTIVE'],
    ['suspend', IconPlayerPause, status === 'ACTIVE'],
    ['activate', IconPlayerPlay, status !== 'ACTIVE'],
    ['delete', IconTrash, status !== 'DELETED'],
  ];
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('ui:actionsOf', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {items
            .filter(([, , possible]) => possible)
            .map(([act, Icon]) => (
              <Menu.Item key={act} leftSection={<Icon size={16} />} onClick={() => setAsked(act)}>
                {t(`do.${act}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <SideDrawer title={name} opened={asked === 'change'} onClose={close}>
        <Change organisation={organisation} onClose={close} />
      </SideDrawer>
      <SideDrawer title={t('inviteTo', { name })} opened={asked === 'invite'} onClose={close}>
        <Invite id={id} onClose={close} />
      </SideDrawer>
      <ConfirmDialog
        opened={asked === 'suspend'}
        onClose={close}
        title={t('suspendTitle', { name })}
        text={t('suspendHint')}
        confirm={t('do.suspend')}
        run={() => changing(data(api.POST('/api/v1/organisations/{id}/suspend', { params })))}
      />
      <ConfirmDialog
        opened={asked === 'activate'}
        onClose={close}
        title={t('activateTitle', { name })}
        text={t('activateHint')}
        confirm={t('do.activate')}
        danger={false}
        run={() => changing(data(api.POST('/api/v1/organisations/{id}/activate', { params })))}
      />
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        name={name}
        text={t('deleteHint')}
        queryKey={keys.organisations.root}
        changes={keys.organisations.root}
        remove={() => data(api.DELETE('/api/v1/organisations/{id}', { params }))}
      />
    </>
  );
}

function Change({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) {
  const { t } = useTranslation(['operations', 'ui', 'common']);
  const { id, version, name, hostName, timeZone } = organisation;
  const form = useForm({ initialValues: { name, hostName: hostName ?? '', timeZone } });
  return (
    <CreateForm
      form={form}
      create={({ hostName: host, ...values }) =>
        data(
          api.PUT('/api/v1/organisations/{id}', {
            params: { path: { id }, header: { 'If-Match': `"${version}"` } },
            body: { ...values, hostName: host || null },
          }),
        )
      }
      changes={keys.organisations.root}
      onCreated={onClose}
      onCancel={onClose}
      confirm={t('common:save')}
      done={t('ui:saved')}
    >
      <TextInput label={t('name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <OrganisationFields form={form} />
    </CreateForm>
  );
}

function Invite({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation('operations');
  const form = useForm({ initialValues: { name: '', email: '' } });
  return (
    <CreateForm
      form={form}
      create={(body) =>
        data(api.POST('/api/v1/organisations/{id}/admins', { params: { path: { id } }, body }))
      }
      changes={keys.organisations.root}
      onCreated={onClose}
      onCancel={onClose}
      confirm={t('do.invite')}
      done={t('invited')}
    >
      <TextInput
        label={t('adminName')}
        description={t('adminHint')}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('adminEmail')}
        type="email"
        required
        maxLength={190}
        {...form.getInputProps('email')}
      />
    </CreateForm>
  );
}
