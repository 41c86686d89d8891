import { Checkbox, Fieldset, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { MacroRequest, MacroSteps, MacroView, Priority } from '../../api/schema';
import { FieldInput } from '../../tickets/labels/FieldInput';
import { fieldsQuery, tagsQuery } from '../../tickets/labels/queries';
import { stepsOf, useMacroNames } from '../../tickets/macros';
import { placeholders } from '../../tickets/placeholders';
import { priorities } from '../../tickets/priorities';
import { queuesQuery } from '../../tickets/queries';
import type { Column } from '../../ui/CollectionTable';
import { CreateForm } from '../../ui/CreateForm';
import { EditForm } from '../../ui/EditForm';
import { useEditForm } from '../../ui/useEditForm';
import { Collection, type Kind } from './Collection';

const nameOf = ({ name }: MacroView) => name;

const kind: Kind<MacroView> = {
  section: 'macros',
  archives: false,
  keys: keys.macros,
  read: (after, limit) =>
    data(api.GET('/api/v1/macros', { params: { query: { limit, ...(after && { after }) } } })),
  remove: (id, ifMatch) =>
    data(api.DELETE('/api/v1/macros/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch } } })),
  nameOf,
  Make,
  Edit,
};

/** Several steps that staff take at once. */
export function Macros() {
  const { t } = useTranslation('admin-tickets');
  const columns = useMemo(
    (): Column<MacroView>[] => [
      { key: 'name', label: t('admin:name'), cell: ({ name }) => <bdi>{name}</bdi> },
      { key: 'steps', label: t('steps'), from: 'sm', cell: ({ steps }) => <Steps steps={steps} /> },
    ],
    [t],
  );
  return (
    <Collection
      kind={kind}
      columns={columns}
      texts={{ new: t('newMacro'), none: t('noMacros'), hint: t('noMacrosHint'), gone: t('macroGone') }}
    />
  );
}

function Steps({ steps }: { steps: MacroSteps }) {
  const names = useMacroNames();
  return (
    <Text size="sm" lineClamp={2}>
      {stepsOf(steps, names).join(' · ')}
    </Text>
  );
}

type Values = {
  name: string;
  reply: string;
  note: string;
  tagIds: string[];
  fields: Record<string, unknown>;
  priority: string;
  queueId: string;
  resolve: boolean;
};

const NOTHING: Values = {
  name: '',
  reply: '',
  note: '',
  tagIds: [],
  fields: {},
  priority: '',
  queueId: '',
  resolve: false,
};

function valuesOf({ name, steps }: MacroView): Values {
  return {
    name,
    reply: steps.reply ?? '',
    note: steps.note ?? '',
    tagIds: (steps.tagIds ?? []).map(String),
    fields: steps.fields ?? {},
    priority: steps.priority ?? '',
    queueId: steps.queueId == null ? '' : String(steps.queueId),
    resolve: steps.resolve ?? false,
  };
}

function requestOf({ name, reply, note, tagIds, fields, priority, queueId, resolve }: Values): MacroRequest {
  return {
    name,
    steps: {
      ...(reply.trim() && { reply }),
      ...(note.trim() && { note }),
      ...(tagIds.length > 0 && { tagIds: tagIds.map(Number) }),
      ...(Object.keys(fields).length > 0 && { fields: fields as NonNullable<MacroSteps['fields']> }),
      ...(priority && { priority: priority as Priority }),
      ...(queueId && { queueId: Number(queueId) }),
      resolve,
    },
  };
}

function Make({ onClose }: { onClose: () => void }) {
  const form = useForm<Values>({ initialValues: NOTHING });
  return (
    <CreateForm
      form={form}
      create={(values) => data(api.POST('/api/v1/macros', { body: requestOf(values) }))}
      changes={keys.macros.root}
      onCreated={onClose}
      onCancel={onClose}
    >
      <Fields form={form} />
    </CreateForm>
  );
}

function Edit({ thing }: { thing: MacroView }) {
  const { t } = useTranslation(['admin-tickets', 'admin']);
  const queryKey = keys.macros.one(thing.id);
  const { data: now } = useQuery({
    queryKey,
    queryFn: () => data(api.GET('/api/v1/macros/{id}', { params: { path: { id: thing.id } } })),
    initialData: thing,
  });
  const editing = useEditForm({
    queryKey,
    stored: now,
    values: valuesOf,
    save: (values: Values, ifMatch) =>
      data(
        api.PUT('/api/v1/macros/{id}', {
          params: { path: { id: thing.id }, header: { 'If-Match': ifMatch } },
          body: requestOf(values),
        }),
      ),
    changes: keys.macros.root,
  });
  const words = {
    reply: 'reply',
    note: 'remark',
    tagIds: 'tags',
    fields: 'fieldsSet',
    priority: 'priority',
    queueId: 'queue',
    resolve: 'resolves',
  } as const;
  return (
    <EditForm
      editing={editing}
      label={thing.name}
      fieldWords={(field) => (field in words ? t(words[field as keyof typeof words]) : t('admin:name'))}
    >
      <Fields form={editing.form} />
    </EditForm>
  );
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('admin-tickets');
  const tags = useQuery(tagsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const fields = useQuery(fieldsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const queues = useQuery(queuesQuery).data ?? [];
  const values = form.getValues();
  const hint = t('withPlaceholders', { names: placeholders.map((name) => `{${name}}`).join(' ') });
  return (
    <Stack>
      <TextInput
        label={t('admin:name')}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Textarea
        label={t('reply')}
        description={hint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        {...form.getInputProps('reply')}
      />
      <Textarea
        label={t('remark')}
        description={hint}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        {...form.getInputProps('note')}
      />
      <MultiSelect
        label={t('tags')}
        searchable
        data={tags.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps('tagIds')}
      />
      <Select
        label={t('priority')}
        allowDeselect={false}
        data={[
          { value: '', label: t('unchanged') },
          ...priorities.map((value) => ({ value, label: t(`tickets:priority.${value}`) })),
        ]}
        {...form.getInputProps('priority')}
      />
      <Select
        label={t('queue')}
        allowDeselect={false}
        searchable
        data={[
          { value: '', label: t('nowhere') },
          ...queues.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        disabled={values.resolve}
        {...form.getInputProps('queueId')}
      />
      <Checkbox
        label={t('resolves')}
        disabled={values.queueId !== ''}
        {...form.getInputProps('resolve', { type: 'checkbox' })}
      />
      {fields.length > 0 && (
        <Fieldset legend={t('fieldsSet')}>
          <Stack gap="xs">
            {fields.map((field) => (
              <FieldInput
                key={field.id}
                field={field}
                label={field.label}
                size="sm"
                value={values.fields[field.key]}
                onChange={(value) => {
                  const { [field.key]: _, ...others } = values.fields;
                  form.setFieldValue('fields', value === null ? others : { ...others, [field.key]: value });
                }}
              />
            ))}
          </Stack>
        </Fieldset>
      )}
    </Stack>
  );
}
