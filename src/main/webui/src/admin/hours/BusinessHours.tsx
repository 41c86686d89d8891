import { Button, Select, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { BusinessHoursView } from '../../api/schema';
import { isFound } from '../../app/found';
import { Side } from '../core/Ask';
import { MakeForm } from '../core/editing';
import { List } from '../core/List';
import { SectionPage, ThingLink } from '../core/Page';
import { OpenNow } from './OpenNow';
import { days, total } from './spans';
import { timeZones } from './timeZones';
import './words';

const read = (after: string | undefined, limit: number) =>
  data(api.GET('/api/v1/business-hours', { params: { query: { limit, ...(after && { after }) } } }));

const matches = (hours: BusinessHoursView, text: string) => isFound(hours.name, text);

export function BusinessHours() {
  const { t } = useTranslation(['admin-hours', 'admin']);
  const [making, setMaking] = useState(false);
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('name'),
        cell: (hours: BusinessHoursView) => (
          <ThingLink section="hours" id={hours.id}>
            <bdi>{hours.name}</bdi>
          </ThingLink>
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
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <SectionPage section="hours" actions={create}>
      <List
        label={t('admin:section.hours.title')}
        queryKey={['business-hours', 'admin', 'list']}
        read={read}
        columns={columns}
        matches={matches}
        empty={
          <>
            <Title order={2} size="h4">
              {t('none')}
            </Title>
            <Text c="dimmed">{t('noneHint')}</Text>
            {create}
          </>
        }
      />
      <Side title={t('new')} opened={making} onClose={() => setMaking(false)}>
        <Make onClose={() => setMaking(false)} />
      </Side>
    </SectionPage>
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-hours');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  });
  return (
    <MakeForm
      form={form}
      make={(values) =>
        data(
          api.POST('/api/v1/business-hours', {
            body: { ...values, weekly: days.slice(0, 5).map((day) => ({ day, from: '09:00', to: '17:00' })) },
          }),
        )
      }
      changes={['business-hours']}
      onMade={(hours) =>
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
    </MakeForm>
  );
}
