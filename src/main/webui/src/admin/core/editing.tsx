import { Alert, Button, Group, Kbd, Modal, Stack, Table, Text } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../parts/keys';
import { useBusy } from '../../parts/quiet';
import classes from './core.module.css';
import { isConflict, putErrors } from './errors';

type Values = Record<string, unknown>;

interface Options<T, V extends Values> {
  queryKey: QueryKey;
  /** As the query knows it now. */
  thing: T;
  values: (thing: T) => V;
  /** With the entity tag that it must still have. */
  save: (values: V, ifMatch: string) => Promise<T>;
  /** What else may have changed, as the list. */
  changes: QueryKey;
}

interface Editing<T, V extends Values> {
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

/** Edits a thing that others may edit too: nobody's changes are lost unseen. */
export function useEditing<T extends { version: number }, V extends Values>(
  options: Options<T, V>,
): Editing<T, V> {
  const { queryKey, thing, values, save, changes } = options;
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const [base, setBase] = useState(thing);
  const [refusals, setRefusals] = useState<string[]>([]);
  const form = useForm<V>({ initialValues: values(thing) });
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
  const newer = thing.version > base.version;
  const dirty = form.isDirty();
  useEffect(() => {
    if (newer && !dirty && !mutation.isPending) {
      adopt(thing);
    }
  });
  return {
    form,
    saving: mutation.isPending,
    refusals,
    theirs: newer && dirty ? thing : undefined,
    theirValues: newer && dirty ? values(thing) : undefined,
    showTheirs: () => adopt(thing),
    discard: () => adopt(thing),
    keepMine: () => mutation.mutate({ wanted: form.getValues(), version: thing.version }),
    submit: form.onSubmit((wanted) => mutation.mutate({ wanted, version: base.version })) as () => void,
  };
}

/** A form over a thing, with what to do about changes. */
export function EditForm<T, V extends Values>({
  editing,
  label,
  fieldWords,
  children,
}: {
  editing: Editing<T, V>;
  label: string;
  /** How a field is called where both versions are told. */
  fieldWords?: (field: string) => string;
  children: ReactNode;
}) {
  const { t } = useTranslation(['admin', 'common']);
  const { form, saving, refusals, theirValues } = editing;
  const dirty = form.isDirty();
  useKeys([['mod+S', () => dirty && editing.submit()]], []);
  return (
    <form
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        editing.submit();
      }}
    >
      <Stack>{children}</Stack>
      {dirty && (
        <div className={classes.bar}>
          {theirValues ? (
            <Conflict
              theirs={theirValues}
              mine={form.getValues()}
              fieldWords={fieldWords ?? ((field) => field)}
              onTheirs={editing.showTheirs}
              onMine={editing.keepMine}
            />
          ) : (
            <>
              {refusals.length > 0 && <Refusals refusals={refusals} />}
              <Text size="sm" role="status">
                {t('unsaved')}
              </Text>
              <Group gap="xs">
                <Button variant="default" onClick={editing.discard} disabled={saving}>
                  {t('discard')}
                </Button>
                <Button type="submit" loading={saving} rightSection={<Kbd size="xs">Ctrl S</Kbd>}>
                  {t('common:save')}
                </Button>
              </Group>
            </>
          )}
        </div>
      )}
      <Leaving dirty={dirty} />
    </form>
  );
}

export function Refusals({ refusals }: { refusals: string[] }) {
  return (
    <Alert color="red" role="alert" w="100%">
      {refusals.map((refusal) => (
        <Text key={refusal} size="sm">
          {refusal}
        </Text>
      ))}
    </Alert>
  );
}

function Conflict({
  theirs,
  mine,
  fieldWords,
  onTheirs,
  onMine,
}: {
  theirs: Values;
  mine: Values;
  fieldWords: (field: string) => string;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const { t } = useTranslation('admin');
  const differing = Object.keys(mine).filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  );
  return (
    <Alert
      color="orange"
      title={t('conflict')}
      role="alert"
      w="100%"
      mah="60dvh"
      className={classes.conflict}
    >
      <Stack gap="sm">
        <Text size="sm">{t('conflictHint')}</Text>
        <Table className={classes.table} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field')}</Table.Th>
              <Table.Th>{t('theirs')}</Table.Th>
              <Table.Th>{t('mine')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{fieldWords(field)}</Table.Th>
                <Table.Td>{told(theirs[field], t('empty'))}</Table.Td>
                <Table.Td>{told(mine[field], t('empty'))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group gap="xs">
          <Button variant="default" onClick={onTheirs}>
            {t('showTheirs')}
          </Button>
          <Button onClick={onMine}>{t('keepMine')}</Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function told(value: unknown, empty: string): string {
  return value === null || value === undefined || value === ''
    ? empty
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

/** Asks before changes are lost. */
export function Leaving({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation('admin');
  useBusy(dirty);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leaveTitle')}
      className={classes.area}
      withCloseButton={false}
    >
      <Stack>
        <Text size="sm">{t('leaveHint')}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
            {t('stay')}
          </Button>
          <Button color="red.8" onClick={() => blocker.proceed?.()}>
            {t('leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A form that makes something, in a panel or a dialog. */
export function MakeForm<V extends Values, T>({
  form,
  make,
  changes,
  onMade,
  onCancel,
  confirm,
  done,
  children,
}: {
  form: UseFormReturnType<V>;
  make: (values: V) => Promise<T>;
  changes: QueryKey;
  onMade: (made: T) => void;
  onCancel: () => void;
  confirm?: string;
  done?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const [refusals, setRefusals] = useState<string[]>([]);
  const making = useMutation({
    mutationFn: make,
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: changes });
      notifications.show({ message: done ?? t('created') });
      onMade(made);
    },
    onError: (problem) => setRefusals(putErrors(problem, form)),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setRefusals([]);
        making.mutate(values);
      })}
    >
      <Stack>
        {children}
        {refusals.length > 0 && <Refusals refusals={refusals} />}
        <Group justify="end">
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={making.isPending}>
            {confirm ?? t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
