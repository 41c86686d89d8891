import { type UseFormReturnType, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConflict, putErrors } from './serverErrors';
import './words';

export type Values = Record<string, unknown>;

interface Options<T, V extends Values> {
  queryKey: QueryKey;
  /** As the query knows it now. */
  stored: T;
  values: (stored: T) => V;
  /** With the entity tag that it must still have. */
  save: (values: V, ifMatch: string) => Promise<T>;
  /** What else may have changed, as the list. */
  changes: QueryKey;
}

export interface EditState<T, V extends Values> {
  form: UseFormReturnType<V>;
  saving: boolean;
  /** What the server refuses, and no field can tell. */
  refusals: string[];
  /** What somebody else has made of it, while there are changes here. */
  theirs: T | undefined;
  theirValues: V | undefined;
  showTheirs: () => void;
  discard: () => void;
  keepMine: () => void;
  submit: () => void;
}

/** Edits something that others may edit too: nobody's changes are lost unseen. */
export function useEditForm<T extends { version: number }, V extends Values>(
  options: Options<T, V>,
): EditState<T, V> {
  const { queryKey, stored, values, save, changes } = options;
  const { t } = useTranslation('ui');
  const client = useQueryClient();
  const [base, setBase] = useState(stored);
  const [refusals, setRefusals] = useState<string[]>([]);
  const form = useForm<V>({ initialValues: values(stored) });
  const adopt = (known: T) => {
    const now = values(known);
    setBase(known);
    setRefusals([]);
    form.setInitialValues(now);
    form.setValues(now);
    form.resetDirty(now);
    form.clearErrors();
  };
  const mutation = useMutation({
    mutationFn: ({ wanted, version }: { wanted: V; version: number }) => {
      setRefusals([]);
      return save(wanted, `"${version}"`);
    },
    onSuccess: (saved) => {
      adopt(saved);
      client.setQueryData(queryKey, saved);
      void client.invalidateQueries({ queryKey: changes });
      notifications.show({ message: t('saved') });
    },
    onError: (problem) => {
      if (isConflict(problem)) {
        void client.invalidateQueries({ queryKey });
      } else {
        setRefusals(putErrors(problem, form));
      }
    },
  });
  const newer = stored.version > base.version;
  const dirty = form.isDirty();
  useEffect(() => {
    if (newer && !dirty && !mutation.isPending) {
      adopt(stored);
    }
  });
  return {
    form,
    saving: mutation.isPending,
    refusals,
    theirs: newer && dirty ? stored : undefined,
    theirValues: newer && dirty ? values(stored) : undefined,
    showTheirs: () => adopt(stored),
    discard: () => adopt(stored),
    keepMine: () => mutation.mutate({ wanted: form.getValues(), version: stored.version }),
    submit: form.onSubmit((wanted) => mutation.mutate({ wanted, version: base.version })) as () => void,
  };
}
