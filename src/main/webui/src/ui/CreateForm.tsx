import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from './RefusalAlert';
import { putErrors } from './serverErrors';
import type { Values } from './useEditForm';
import './words';

/** A form that makes something, in a drawer or a dialog. */
export function CreateForm<V extends Values, T>({
  form,
  create,
  changes,
  onCreated,
  onCancel,
  confirm,
  done,
  children,
}: {
  form: UseFormReturnType<V>;
  create: (values: V) => Promise<T>;
  changes: QueryKey;
  onCreated: (created: T) => void;
  onCancel: () => void;
  confirm?: string;
  done?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation(['ui', 'common']);
  const client = useQueryClient();
  const [refusals, setRefusals] = useState<string[]>([]);
  const creating = useMutation({
    mutationFn: create,
    onSuccess: (created) => {
      void client.invalidateQueries({ queryKey: changes });
      notifications.show({ message: done ?? t('created') });
      onCreated(created);
    },
    onError: (problem) => setRefusals(putErrors(problem, form)),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setRefusals([]);
        creating.mutate(values);
      })}
    >
      <Stack>
        {children}
        {refusals.length > 0 && <RefusalAlert refusals={refusals} />}
        <Group justify="end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {confirm ?? t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
