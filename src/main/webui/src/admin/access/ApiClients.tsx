import { Alert, Badge, Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { ApiClientView, Scope } from '../../api/schema';
import { isFound } from '../../app/found';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { CopyableText } from '../../ui/CopyableText';
import { CreateForm } from '../../ui/CreateForm';
import tables from '../../ui/tables.module.css';
import { useTime } from '../../ui/useTime';
import { SectionCollection } from '../core/SectionPage';
import './words';

const scopes: Scope[] = [
  'agents:read',
  'agents:write',
  'business-hours:read',
  'channels:read',
  'conversations:read',
  'conversations:write',
  'customers:read',
  'customers:write',
  'groups:read',
  'orders:read',
  'orders:write',
  'queues:read',
  'skills:read',
  'tickets:read',
  'tickets:write',
];

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/api-clients', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (client: ApiClientView, text: string) => isFound(client.name, text);

export function ApiClients() {
  const { t } = useTranslation(['admin-access', 'admin']);
  const time = useTime();
  const queries = useQueryClient();
  const [made, setMade] = useState<ApiClientView>();
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (client: ApiClientView) => (
          <>
            <Text size="sm" fw={550}>
              <bdi>{client.name}</bdi>
            </Text>
            <Text size="xs" ff="monospace">
              {client.clientId}
            </Text>
          </>
        ),
      },
      {
        key: 'scopes',
        label: t('scopes'),
        from: 'sm' as const,
        cell: (client: ApiClientView) => (
          <Group gap={4}>
            {client.scopes.map((scope) => (
              <Badge key={scope} variant="default" tt="none" size="sm">
                {scope}
              </Badge>
            ))}
          </Group>
        ),
      },
      {
        key: 'lastUsed',
        label: t('lastUsed'),
        from: 'md' as const,
        cell: (client: ApiClientView) => (client.lastUsedAt ? time(client.lastUsedAt) : t('never')),
      },
      {
        key: 'expiresAt',
        label: t('expiresAt'),
        from: 'lg' as const,
        cell: (client: ApiClientView) => (client.expiresAt ? time(client.expiresAt) : t('forEver')),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (client: ApiClientView) => (
          <ConfirmButton
            label={t('revoke')}
            button={{ size: 'compact-sm', 'aria-label': `${t('revoke')}: ${client.name}` }}
            title={t('revokeTitle', { name: client.name })}
            text={t('revokeHint')}
            confirm={t('revoke')}
            done={t('revoked')}
            run={async () => {
              await data(api.DELETE('/api/v1/api-clients/{id}', { params: { path: { id: client.id } } }));
              await queries.invalidateQueries({ queryKey: keys.apiClients.root });
            }}
          />
        ),
      },
    ],
    [t, time, queries],
  );
  return (
    <>
      <SectionCollection
        section="api-clients"
        queryKey={keys.apiClients.list()}
        read={read}
        columns={columns}
        matches={matches}
        create={{
          label: t('newClient'),
          form: (close) => (
            <Make
              onMade={(client) => {
                close();
                setMade(client);
              }}
              onClose={close}
            />
          ),
        }}
        empty={{ title: t('noClients'), hint: t('noClientsHint') }}
      />
      {made && <Secret client={made} onClose={() => setMade(undefined)} />}
    </>
  );
}

function Make({ onMade, onClose }: { onMade: (client: ApiClientView) => void; onClose: () => void }) {
  const { t } = useTranslation('admin-access');
  const form = useForm({ initialValues: { name: '', scopes: [] as string[], expiresAt: '' } });
  const things = [...new Set(scopes.map((scope) => scope.split(':')[0] ?? ''))];
  return (
    <CreateForm
      form={form}
      create={({ name, scopes: chosen, expiresAt }) =>
        data(
          api.POST('/api/v1/api-clients', {
            body: {
              name,
              scopes: chosen as Scope[],
              ...(expiresAt && { expiresAt: new Date(expiresAt).toISOString() }),
            },
          }),
        )
      }
      changes={keys.apiClients.root}
      onCreated={onMade}
      onCancel={onClose}
    >
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={t('scopes')} required {...form.getInputProps('scopes')}>
        <Table className={tables.table} aria-label={t('scopes')} mt={4}>
          <Table.Tbody>
            {things.map((thing) => (
              <Table.Tr key={thing}>
                <Table.Th scope="row">{t(`scope.${thing}`)}</Table.Th>
                {['read', 'write'].map((may) => (
                  <Table.Td key={may}>
                    {scopes.includes(`${thing}:${may}` as Scope) && (
                      <Checkbox
                        size="xs"
                        value={`${thing}:${may}`}
                        label={t(`scope.${may}`)}
                        aria-label={`${t(`scope.${thing}`)}: ${t(`scope.${may}`)}`}
                      />
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Checkbox.Group>
      <TextInput
        type="datetime-local"
        label={t('expiresAt')}
        description={t('expiresHint')}
        {...form.getInputProps('expiresAt')}
      />
    </CreateForm>
  );
}

/** Closed only by who says that it is kept: nobody sees it again. */
function Secret({ client, onClose }: { client: ApiClientView; onClose: () => void }) {
  const { t } = useTranslation('admin-access');
  const [kept, setKept] = useState(false);
  return (
    <Modal
      opened
      onClose={() => kept && onClose()}
      title={t('secretTitle', { name: client.name })}
      withCloseButton={false}
      closeOnClickOutside={false}
      size="lg"
    >
      <Stack>
        <Alert color="orange">{t('secretOnce')}</Alert>
        <Text size="sm" fw={500}>
          {t('clientId')}
        </Text>
        <CopyableText label={t('clientId')} text={client.clientId} />
        <Text size="sm" fw={500}>
          {t('secret')}
        </Text>
        <CopyableText label={t('secret')} text={client.clientSecret ?? ''} />
        <Checkbox
          label={t('kept')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
          data-autofocus
        />
        <Group justify="end">
          <Button disabled={!kept} onClick={onClose}>
            {t('done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
