import { Button, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { AlarmLimits, QueueState } from '../api/schema';
import { fieldErrors, showProblem } from '../app/problems';
import { ErrorAlert } from '../ui/ErrorAlert';
import { alarmsQuery } from './floor';
import panel from './panel.module.css';

const fields = [
  ['maxWaiting', undefined, 1_000_000],
  ['maxWaitSeconds', 'seconds', 2_678_400],
  ['minServiceLevelPercent', 'percent', 100],
  ['minFreeAgents', undefined, 100_000],
] as const;

/** The thresholds of a queue; without one there is no alarm of its kind. */
export function AlarmForm({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const alarms = useQuery(alarmsQuery(queue.id));
  if (alarms.isError) {
    return <ErrorAlert problem={alarms.error} retry={alarms.refetch} />;
  }
  return alarms.data ? (
    <Thresholds key={JSON.stringify(alarms.data)} queue={queue} alarms={alarms.data} />
  ) : (
    <Skeleton h={220} role="status" aria-label={t('common:loading')} />
  );
}

function Thresholds({ queue, alarms }: { queue: QueueState; alarms: AlarmLimits }) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const form = useForm<Record<keyof AlarmLimits, number | string>>({
    initialValues: {
      maxWaiting: alarms.maxWaiting ?? '',
      maxWaitSeconds: alarms.maxWaitSeconds ?? '',
      minServiceLevelPercent: alarms.minServiceLevelPercent ?? '',
      minFreeAgents: alarms.minFreeAgents ?? '',
    },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      data(
        api.PUT('/api/v1/queues/{id}/alarms', {
          params: { path: { id: queue.id } },
          body: Object.fromEntries(
            Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [[name, Number(value)]])),
          ),
        }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(alarmsQuery(queue.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: keys.floor });
      notifications.show({ message: t('saved', { queue: queue.name }) });
    },
    onError: (problem) => {
      const errors = fieldErrors(problem);
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) {
        showProblem(problem);
      }
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Text size="xs" className={panel.quiet}>
          {t('alarmFormHint')}
        </Text>
        {fields.map(([name, unit, most]) => (
          <NumberInput
            key={name}
            size="sm"
            label={t(name)}
            suffix={unit && ` ${t(unit)}`}
            min={name === 'maxWaiting' ? 0 : 1}
            max={most}
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps(name)}
          />
        ))}
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} w="fit-content">
          {t('common:save')}
        </Button>
      </Stack>
    </form>
  );
}
