import { Badge, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { OrganisationStatus, OrganisationView } from '../api/schema';
import { isFound } from '../app/found';
import { CollectionPage } from '../ui/CollectionPage';
import { CreateForm } from '../ui/CreateForm';
import { useTime } from '../ui/useTime';
import { OrganisationActions } from './OrganisationActions';
import { OrganisationFields } from './OrganisationFields';
import './words';

const colours: Record<OrganisationStatus, string> = { ACTIVE: 'teal', SUSPENDED: 'orange', DELETED: 'red' };

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/organisations', { params: { query: { limit, ...(after && { after }) } } }));

function matches({ name, slug, hostName }: OrganisationView, text: string) {
  return [name, slug, hostName].some((own) => own && isFound(own, text));
}

/** The companies that this service serves; what is inside them operators do not see. */
export function Organisations() {
  const { t } = useTranslation('operations');
  const time = useTime();
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (organisation: OrganisationView) => (
          <>
            <Text size="sm" fw={550}>
              <bdi>{organisation.name}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              {organisation.slug}
            </Text>
          </>
        ),
      },
      {
        key: 'host',
        label: t('hostName'),
        from: 'sm' as const,
        cell: (organisation: OrganisationView) => organisation.hostName,
      },
      {
        key: 'status',
        label: t('status'),
        cell: (organisation: OrganisationView) => (
          <>
            <Badge variant="light" color={colours[organisation.status]} tt="none" autoContrast>
              {t(`is.${organisation.status}`)}
            </Badge>
            {organisation.purgeAfter && (
              <Text size="xs" c="dimmed">
                {t('removedOn', { date: time(String(organisation.purgeAfter)) })}
              </Text>
            )}
          </>
        ),
      },
      {
        key: 'since',
        label: t('since'),
        from: 'md' as const,
        cell: (organisation: OrganisationView) => time(organisation.createdAt),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (organisation: OrganisationView) => <OrganisationActions organisation={organisation} />,
      },
    ],
    [t, time],
  );
  return (
    <CollectionPage
      title={t('title')}
      text={t('text')}
      queryKey={keys.organisations.list()}
      read={read}
      columns={columns}
      matches={matches}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operations');
  const form = useForm({
    initialValues: {
      slug: '',
      name: '',
      hostName: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      admin: { name: '', email: '' },
    },
  });
  return (
    <CreateForm
      form={form}
      create={({ hostName, ...values }) =>
        data(api.POST('/api/v1/organisations', { body: { ...values, hostName: hostName || null } }))
      }
      changes={keys.organisations.root}
      onCreated={onClose}
      onCancel={onClose}
      done={t('invited')}
    >
      <TextInput label={t('name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('slug')}
        description={t('slugHint')}
        required
        maxLength={63}
        {...form.getInputProps('slug')}
      />
      <OrganisationFields form={form} />
      <TextInput
        label={t('adminName')}
        description={t('adminHint')}
        required
        maxLength={200}
        {...form.getInputProps('admin.name')}
      />
      <TextInput
        label={t('adminEmail')}
        type="email"
        required
        maxLength={190}
        {...form.getInputProps('admin.email')}
      />
    </CreateForm>
  );
}
