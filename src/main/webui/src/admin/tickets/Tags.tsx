import { Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { TagColour, TagRequest, TagView } from '../../api/schema';
import { Tag } from '../../tickets/labels/TagList';
import type { Column } from '../../ui/CollectionTable';
import { CreateForm } from '../../ui/CreateForm';
import { EditForm } from '../../ui/EditForm';
import { useEditForm } from '../../ui/useEditForm';
import { Collection, type Kind } from './Collection';

const colours = [
  'GREY',
  'RED',
  'ORANGE',
  'YELLOW',
  'GREEN',
  'TEAL',
  'BLUE',
  'PURPLE',
  'PINK',
] as const satisfies TagColour[];

const nameOf = ({ name }: TagView) => name;

const kind: Kind<TagView> = {
  section: 'tags',
  archives: true,
  keys: keys.tags,
  read: (after, limit) =>
    data(api.GET('/api/v1/tags', { params: { query: { limit, ...(after && { after }) } } })),
  remove: (id, ifMatch) =>
    data(api.DELETE('/api/v1/tags/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch } } })),
  nameOf,
  Make,
  Edit,
};

/** Short names that tickets are marked with. */
export function Tags() {
  const { t } = useTranslation('admin-tickets');
  const columns = useMemo(
    (): Column<TagView>[] => [{ key: 'name', label: t('admin:name'), cell: (tag) => <Tag tag={tag} /> }],
    [t],
  );
  return (
    <Collection
      kind={kind}
      columns={columns}
      texts={{ new: t('newTag'), none: t('noTags'), hint: t('noTagsHint'), gone: t('tagGone') }}
    />
  );
}

function Make({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { name: '', colour: 'TEAL' as TagColour } });
  return (
    <CreateForm
      form={form}
      create={(body) => data(api.POST('/api/v1/tags', { body }))}
      changes={keys.tags.root}
      onCreated={onClose}
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={50} data-autofocus {...form.getInputProps('name')} />
      <Colour name={form.getValues().name} {...form.getInputProps('colour')} />
    </CreateForm>
  );
}

function Edit({ thing }: { thing: TagView }) {
  const { t } = useTranslation(['admin', 'admin-tickets']);
  const queryKey = keys.tags.one(thing.id);
  const { data: now } = useQuery({
    queryKey,
    queryFn: () => data(api.GET('/api/v1/tags/{id}', { params: { path: { id: thing.id } } })),
    initialData: thing,
  });
  const editing = useEditForm({
    queryKey,
    stored: now,
    values: ({ name, colour, archived }) => ({ name, colour, archived }),
    save: (body: Required<Pick<TagRequest, 'name' | 'colour'>> & { archived: boolean }, ifMatch) =>
      data(
        api.PUT('/api/v1/tags/{id}', {
          params: { path: { id: thing.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: keys.tags.root,
  });
  const { form } = editing;
  return (
    <EditForm
      editing={editing}
      label={thing.name}
      fieldWords={(field) => t(field === 'name' ? 'name' : `admin-tickets:${field}`)}
    >
      <TextInput label={t('name')} required maxLength={50} data-autofocus {...form.getInputProps('name')} />
      <Colour name={form.getValues().name} {...form.getInputProps('colour')} />
      <Checkbox
        label={t('admin-tickets:archiveTag')}
        {...form.getInputProps('archived', { type: 'checkbox' })}
      />
    </EditForm>
  );
}

/** Each colour is shown as a tag of it looks. */
function Colour({ name, value, ...props }: { name: string; value?: TagColour }) {
  const { t } = useTranslation('admin-tickets');
  return (
    <Select
      label={t('colour')}
      required
      allowDeselect={false}
      data={colours.map((colour) => ({ value: colour, label: t(`colours.${colour}`) }))}
      renderOption={({ option }) => <Tag tag={{ id: 0, name: option.label, colour: option.value }} />}
      description={<Tag tag={{ id: 0, name: name.trim() || t('example'), colour: value ?? 'GREY' }} />}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={value ?? null}
      {...props}
    />
  );
}
