import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../app/problems';
import { Leaving, Refusals } from './editing';

/** A list that is replaced as a whole: what it is here until it is saved. */
export function useWhole<T>({
  queryKey,
  read,
  write,
  changes,
}: {
  queryKey: QueryKey;
  read: () => Promise<T[]>;
  write: (items: T[]) => Promise<T[]>;
  changes: QueryKey;
}) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const stored = useQuery({ queryKey, queryFn: read });
  const [changed, setItems] = useState<T[]>();
  const saving = useMutation({
    mutationFn: write,
    onSuccess: (now) => {
      client.setQueryData(queryKey, now);
      setItems(undefined);
      void client.invalidateQueries({ queryKey: changes });
      notifications.show({ message: t('saved') });
    },
    onError: () => {},
  });
  const items = changed ?? stored.data ?? [];
  return {
    stored,
    items,
    setItems,
    dirty: changed !== undefined,
    discard: () => {
      setItems(undefined);
      saving.reset();
    },
    save: () => saving.mutate(items),
    saving,
  };
}

/** What a whole list needs below itself while it is changed. */
export function WholeBar({
  whole,
}: {
  whole: {
    dirty: boolean;
    discard: () => void;
    save: () => void;
    saving: { error: Error | null; isPending: boolean };
  };
}) {
  const { t } = useTranslation(['admin', 'common']);
  return (
    <>
      {whole.saving.error && <Refusals refusals={[messageOf(whole.saving.error)]} />}
      {whole.dirty && (
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={whole.discard}>
            {t('discard')}
          </Button>
          <Button onClick={whole.save} loading={whole.saving.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      )}
      <Leaving dirty={whole.dirty} />
    </>
  );
}
