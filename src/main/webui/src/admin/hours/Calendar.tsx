import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { BusinessHoursView, Holiday } from '../../api/schema';
import { timeZones } from '../../app/timeZones';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { OpenNow } from './OpenNow';
import { Spans, Week } from './Week';
import './words';

const hoursQuery = (id: number) =>
  queryOptions({
    queryKey: keys.hours.one(id),
    queryFn: () => data(api.GET('/api/v1/business-hours/{id}', { params: { path: { id } } })),
  });

export function Calendar() {
  const { t } = useTranslation(['admin-hours', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const hours = useQuery(hoursQuery(id));
  return (
    <SectionDetail
      section="hours"
      query={hours}
      head={(own) => ({
        title: own.name,
        actions: (
          <SectionDelete
            section="hours"
            name={own.name}
            text={t('deleteHint')}
            queryKey={hoursQuery(id).queryKey}
            changes={keys.hours.list()}
            remove={() =>
              data(
                api.DELETE('/api/v1/business-hours/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                }),
              )
            }
          />
        ),
      })}
    >
      {(own) => (
        <>
          <Now id={id} />
          <Edit hours={own} />
        </>
      )}
    </SectionDetail>
  );
}

function Now({ id }: { id: number }) {
  const { t } = useTranslation('admin-hours');
  const [at, setAt] = useState('');
  return (
    <Group justify="space-between" align="end">
      <OpenNow id={id} />
      <Group gap="xs" align="end">
        <TextInput
          type="datetime-local"
          size="xs"
          label={t('testAt')}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        {at && <OpenNow id={id} at={new Date(at).toISOString()} short />}
      </Group>
    </Group>
  );
}

function Edit({ hours }: { hours: BusinessHoursView }) {
  const { t } = useTranslation('admin-hours');
  const editing = useEditForm({
    ...hoursQuery(hours.id),
    stored: hours,
    values: ({ name, timeZone, weekly, holidays }) => ({ name, timeZone, weekly, holidays }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/business-hours/{id}', {
          params: { path: { id: hours.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: keys.hours.root,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={hours.name} fieldWords={(field) => t(field)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={640}>
        <TextInput
          label={t('name')}
          required
          maxLength={100}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('timeZone')}
          description={t('timeZoneHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          searchable
          allowDeselect={false}
          limit={50}
          data={timeZones.includes(hours.timeZone) ? timeZones : [hours.timeZone, ...timeZones]}
          {...form.getInputProps('timeZone')}
        />
      </SimpleGrid>
      <PageSection title={t('weekly')} text={t('weeklyHint')}>
        <Week value={form.values.weekly} onChange={(weekly) => form.setFieldValue('weekly', weekly)} />
        {form.errors.weekly && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.weekly}
          </Text>
        )}
      </PageSection>
      <Holidays
        value={form.values.holidays}
        onChange={(holidays) => form.setFieldValue('holidays', holidays)}
        error={form.errors.holidays}
      />
    </EditForm>
  );
}

function Holidays({
  value,
  onChange,
  error,
}: {
  value: Holiday[];
  onChange: (holidays: Holiday[]) => void;
  error?: React.ReactNode;
}) {
  const { t } = useTranslation(['admin-hours', 'admin']);
  const put = (index: number, part: Partial<Holiday>) =>
    onChange(value.map((holiday, at) => (at === index ? { ...holiday, ...part } : holiday)));
  return (
    <PageSection title={t('holidays')} text={t('holidaysHint')}>
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noHolidays')}
        </Text>
      )}
      <Stack gap="sm">
        {value.map((holiday, index) => {
          const what = holiday.name || holiday.date;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: days are told apart by what is being typed
            <Group key={index} gap="xs" align="start" role="group" aria-label={what}>
              <TextInput
                type="date"
                size="xs"
                required
                aria-label={t('date')}
                value={holiday.date}
                onChange={(event) => put(index, { date: event.currentTarget.value })}
              />
              <TextInput
                size="xs"
                required
                maxLength={100}
                aria-label={t('holidayName')}
                placeholder={t('holidayName')}
                value={holiday.name}
                onChange={(event) => put(index, { name: event.currentTarget.value })}
              />
              <Spans
                what={what}
                add={t('addHours', { name: what })}
                spans={holiday.open ?? []}
                onChange={(open) => put(index, { open })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('ui:removeIt', { name: what })}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          );
        })}
      </Stack>
      {error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange([
              ...value,
              { date: new Date().toISOString().slice(0, 10), name: t('newHoliday'), open: [] },
            ])
          }
        >
          {t('addHoliday')}
        </Button>
      </Group>
    </PageSection>
  );
}
