import { Checkbox, Code, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { FieldType, FieldView } from '../../api/schema';
import type { Column } from '../../ui/CollectionTable';
import { CreateForm } from '../../ui/CreateForm';
import { EditForm } from '../../ui/EditForm';
import { useEditForm } from '../../ui/useEditForm';
import { Collection, type Kind } from './Collection';

const types = ['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'YES_NO'] as const satisfies FieldType[];

const nameOf = ({ label }: FieldView) => label;

const kind: Kind<FieldView> = {
  section: 'fields',
  archives: true,
  keys: keys.ticketFields,
  read: (after, limit) =>
    data(api.GET('/api/v1/ticket-fields', { params: { query: { limit, ...(after && { after }) } } })),
  remove: (id, ifMatch) =>
    data(
      api.DELETE('/api/v1/ticket-fields/{id}', {
        params: { path: { id }, header: { 'If-Match': ifMatch } },
      }),
    ),
  nameOf,
  Make,
  Edit,
};

/** The fields that an organisation gives its tickets. */
export function Fields() {
  const { t } = useTranslation('admin-tickets');
  const columns = useMemo(
    (): Column<FieldView>[] => [
      { key: 'label', label: t('label'), cell: ({ label }) => <bdi>{label}</bdi> },
      { key: 'key', label: t('key'), from: 'sm', cell: ({ key }) => <Code>{key}</Code> },
      {
        key: 'type',
        label: t('type'),
        cell: ({ type, options }) =>
          options.length > 0 ? `${t(`types.${type}`)}: ${options.join(', ')}` : t(`types.${type}`),
      },
    ],
    [t],
  );
  return (
    <Collection
      kind={kind}
      columns={columns}
      texts={{ new: t('newField'), none: t('noFields'), hint: t('noFieldsHint'), gone: t('fieldGone') }}
    />
  );
}

/** One a line; blank ones are none. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A key as its label suggests it. */
export function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin-tickets');
  const form = useForm({ initialValues: { label: '', key: '', type: 'TEXT' as FieldType, options: '' } });
  const { label, key, type } = form.getValues();
  return (
    <CreateForm
      form={form}
      create={({ options, ...values }) =>
        data(
          api.POST('/api/v1/ticket-fields', {
            body: { ...values, ...(values.type === 'CHOICE' && { options: lines(options) }) },
          }),
        )
      }
      changes={keys.ticketFields.root}
      onCreated={onClose}
      onCancel={onClose}
    >
      <TextInput
        label={t('label')}
        description={t('labelHint')}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('label')}
        onChange={({ currentTarget: { value } }) => {
          // As long as nobody has written one of their own.
          if (key === keyOf(label)) {
            form.setFieldValue('key', keyOf(value));
          }
          form.setFieldValue('label', value);
        }}
      />
      <TextInput
        label={t('key')}
        description={t('keyHint')}
        required
        maxLength={40}
        {...form.getInputProps('key')}
      />
      <Select
        label={t('type')}
        description={t('typeHint')}
        required
        allowDeselect={false}
        data={types.map((value) => ({ value, label: t(`types.${value}`) }))}
        {...form.getInputProps('type')}
      />
      {type === 'CHOICE' && <Options {...form.getInputProps('options')} />}
    </CreateForm>
  );
}

function Edit({ thing }: { thing: FieldView }) {
  const { t } = useTranslation('admin-tickets');
  const queryKey = keys.ticketFields.one(thing.id);
  const { data: now } = useQuery({
    queryKey,
    queryFn: () => data(api.GET('/api/v1/ticket-fields/{id}', { params: { path: { id: thing.id } } })),
    initialData: thing,
  });
  const editing = useEditForm({
    queryKey,
    stored: now,
    values: ({ label, options, archived }) => ({ label, options: options.join('\n'), archived }),
    save: ({ options, ...values }: { label: string; options: string; archived: boolean }, ifMatch) =>
      data(
        api.PUT('/api/v1/ticket-fields/{id}', {
          params: { path: { id: thing.id }, header: { 'If-Match': ifMatch } },
          body: { ...values, ...(thing.type === 'CHOICE' && { options: lines(options) }) },
        }),
      ),
    changes: keys.ticketFields.root,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={thing.label} fieldWords={(field) => t(field)}>
      <TextInput
        label={t('label')}
        required
        maxLength={100}
        data-autofocus
        {...form.getInputProps('label')}
      />
      <TextInput label={t('key')} value={thing.key} readOnly variant="filled" />
      <TextInput label={t('type')} value={t(`types.${thing.type}`)} readOnly variant="filled" />
      {thing.type === 'CHOICE' && <Options {...form.getInputProps('options')} />}
      <Checkbox label={t('archiveField')} {...form.getInputProps('archived', { type: 'checkbox' })} />
    </EditForm>
  );
}

function Options(props: object) {
  const { t } = useTranslation('admin-tickets');
  return (
    <Textarea label={t('options')} description={t('optionsHint')} required autosize minRows={4} {...props} />
  );
}
