import { Button, Group, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AlarmLimits } from '../../api/schema';
import { DurationInput } from '../../ui/DurationInput';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import { RefusalAlert } from '../../ui/RefusalAlert';
import { putErrors } from '../../ui/serverErrors';
import { WholeNumber } from '../../ui/WholeNumber';
import './words';

export function Alarms({ queueId }: { queueId: number }) {
  const { t } = useTranslation('admin-queues');
  const alarms = useQuery({
    queryKey: keys.queues.one(queueId, 'alarms'),
    queryFn: () => data(api.GET('/api/v1/queues/{id}/alarms', { params: { path: { id: queueId } } })),
  });
  return (
    <PageSection title={t('alarms')} text={t('alarmsHint')}>
      <QueryContent query={alarms} rows={1}>
        {(limits) => <Edit key={JSON.stringify(limits)} queueId={queueId} alarms={limits} />}
      </QueryContent>
    </PageSection>
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
      client.setQueryData(keys.queues.one(queueId, 'alarms'), now);
      void client.invalidateQueries({ queryKey: keys.floor });
      notifications.show({ message: t('ui:saved') });
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
        <DurationInput label={t('maxWaitAlarm')} min={1} {...getInputProps('maxWaitSeconds')} />
        <WholeNumber
          label={t('minServiceLevelPercent')}
          min={1}
          max={100}
          {...getInputProps('minServiceLevelPercent')}
        />
        <WholeNumber label={t('minFreeAgents')} min={1} {...getInputProps('minFreeAgents')} />
      </SimpleGrid>
      {refusals.length > 0 && <RefusalAlert refusals={refusals} />}
      {form.isDirty() && (
        <Group justify="end" gap="xs" mt="sm">
          <Button variant="default" onClick={() => form.reset()}>
            {t('ui:discard')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      )}
      <LeaveGuard dirty={form.isDirty()} />
    </form>
  );
}
