import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { BusinessHoursView } from '../../api/schema';
import { isFound } from '../../app/found';
import { timeZones } from '../../app/timeZones';
import { CreateForm } from '../../ui/CreateForm';
import { DetailLink, SectionCollection } from '../core/SectionPage';
import { OpenNow } from './OpenNow';
import { days, total } from './spans';
import './words';

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/business-hours', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (hours: BusinessHoursView, text: string) => isFound(hours.name, text);

export function BusinessHours() {
  const { t } = useTranslation(['admin-hours', 'admin']);
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (hours: BusinessHoursView) => (
          <DetailLink section="hours" id={hours.id}>
            <bdi>{hours.name}</bdi>
          </DetailLink>
        ),
      },
      {
        key: 'now',
        label: t('openNow'),
        cell: (hours: BusinessHoursView) => <OpenNow id={hours.id} short />,
      },
      {
        key: 'timeZone',
        label: t('timeZone'),
        from: 'sm' as const,
        cell: (hours: BusinessHoursView) => hours.timeZone,
      },
      {
        key: 'week',
        label: t('week'),
        from: 'md' as const,
        cell: (hours: BusinessHoursView) =>
          t('hoursAWeek', { hours: Math.round(total(hours.weekly) / 6) / 10 }),
      },
    ],
    [t],
  );
  return (
    <SectionCollection
      section="hours"
      queryKey={keys.hours.list()}
      read={read}
      columns={columns}
      matches={matches}
      create={{ label: t('new'), form: (close) => <Make onClose={close} /> }}
      empty={{ title: t('none'), hint: t('noneHint') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-hours');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  });
  return (
    <CreateForm
      form={form}
      create={(values) =>
        data(
          api.POST('/api/v1/business-hours', {
            body: { ...values, weekly: days.slice(0, 5).map((day) => ({ day, from: '09:00', to: '17:00' })) },
          }),
        )
      }
      changes={keys.hours.root}
      onCreated={(hours) =>
        navigate({ to: '/admin/$section/$id', params: { section: 'hours', id: String(hours.id) } })
      }
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('timeZone')}
        description={t('timeZoneHint')}
        searchable
        allowDeselect={false}
        limit={50}
        data={timeZones}
        {...form.getInputProps('timeZone')}
      />
    </CreateForm>
  );
}
