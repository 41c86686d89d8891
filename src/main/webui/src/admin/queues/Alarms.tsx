import { Button, Group, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { AlarmLimits } from '../../api/schema';
import { Leaving, Refusals } from '../core/editing';
import { putErrors } from '../core/errors';
import { Duration, WholeNumber } from '../core/fields';
import { Bones, Failed } from '../core/List';
import { Part } from '../core/Page';
import './words';

export function Alarms({ queueId }: { queueId: number }) {
  const { t } = useTranslation('admin-queues');
  const alarms = useQuery({
    queryKey: ['queues', 'admin', queueId, 'alarms'],
    queryFn: () => data(api.GET('/api/v1/queues/{id}/alarms', { params: { path: { id: queueId } } })),
  });
  return (
    <Part title={t('alarms')} text={t('alarmsHint')}>
      {alarms.data ? (
        <Edit key={JSON.stringify(alarms.data)} queueId={queueId} alarms={alarms.data} />
      ) : alarms.error ? (
        <Failed problem={alarms.error} retry={() => alarms.refetch()} />
      ) : (
        <Bones rows={1} />
      )}
    </Part>
  );
}

const names = ['maxWaiting', 'maxWaitSeconds', 'minServiceLevelPercent', 'minFreeAgents'] as const;

function Edit({ queueId, alarms }: { queueId: number; alarms: AlarmLimits }) {
  const { t } = useTranslation(['admin-queues', 'admin', 'common']);
  const client = useQueryClient();
  const [refusals, setRefusals] = useState<string[]>([]);
  const form = useForm({
    initialValues: Object.fromEntries(names.map((name) => [name, alarms[name] ?? null])) as Record<
      (typeof names)[number],
      number | null
    >,
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      data(
        api.PUT('/api/v1/queues/{id}/alarms', {
          params: { path: { id: queueId } },
          body: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
        }),
      ),
    onSuccess: (now) => {
      form.resetDirty();
      client.setQueryData(['queues', 'admin', queueId, 'alarms'], now);
      void client.invalidateQueries({ queryKey: ['floor'] });
      notifications.show({ message: t('admin:saved') });
    },
    onError: (problem) => setRefusals(putErrors(problem, form)),
  });
  const { getInputProps } = form;
  return (
    <form
      aria-label={t('alarms')}
      noValidate
      onSubmit={form.onSubmit((values) => {
        setRefusals([]);
        save.mutate(values);
      })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <WholeNumber label={t('maxWaiting')} min={1} {...getInputProps('maxWaiting')} />
        <Duration label={t('maxWaitAlarm')} min={1} {...getInputProps('maxWaitSeconds')} />
        <WholeNumber
          label={t('minServiceLevelPercent')}
          min={1}
          max={100}
          {...getInputProps('minServiceLevelPercent')}
        />
        <WholeNumber label={t('minFreeAgents')} min={1} {...getInputProps('minFreeAgents')} />
      </SimpleGrid>
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      {form.isDirty() && (
        <Group justify="end" gap="xs" mt="sm">
          <Button variant="default" onClick={() => form.reset()}>
            {t('admin:discard')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      )}
      <Leaving dirty={form.isDirty()} />
    </form>
  );
}
