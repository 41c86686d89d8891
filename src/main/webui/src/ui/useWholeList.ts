import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './words';

/** A list that is replaced as a whole: what it is here until it is saved. */
export function useWholeList<T>({
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
  const { t } = useTranslation('ui');
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
