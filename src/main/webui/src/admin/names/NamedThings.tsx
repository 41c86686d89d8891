import { ActionIcon, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import type { keys } from '../../api/keys';
import { isFound } from '../../app/found';
import { CreateForm } from '../../ui/CreateForm';
import { DeleteDialog } from '../../ui/DeleteDialog';
import { EditForm } from '../../ui/EditForm';
import { SideDrawer } from '../../ui/SideDrawer';
import { useEditForm } from '../../ui/useEditForm';
import { SectionCollection } from '../core/SectionPage';

interface Thing {
  id: number;
  name: string;
  version: number;
}

interface Kind {
  section: string;
  keys: typeof keys.skills;
  read: (after: string | undefined, limit: number) => Promise<Page<Thing>>;
  one: (id: number) => Promise<Thing>;
  make: (body: { name: string }) => Promise<Thing>;
  change: (id: number, body: { name: string }, ifMatch: string) => Promise<Thing>;
  remove: (id: number, ifMatch: string) => Promise<unknown>;
}

interface Texts {
  new: string;
  none: string;
  hint: string;
  gone: string;
}

const named = (thing: Thing, text: string) => isFound(thing.name, text);

/** Things that have a name and nothing else. */
export function NamedThings({ kind, texts }: { kind: Kind; texts: Texts }) {
  const { t } = useTranslation('admin');
  const columns = useMemo(
    () => [
      { key: 'name', label: t('name'), cell: (thing: Thing) => thing.name },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (thing: Thing) => <Actions kind={kind} thing={thing} gone={texts.gone} />,
      },
    ],
    [t, kind, texts.gone],
  );
  return (
    <SectionCollection
      section={kind.section}
      queryKey={kind.keys.list()}
      read={kind.read}
      columns={columns}
      matches={named}
      create={{ label: texts.new, form: (close) => <Make kind={kind} onClose={close} /> }}
      empty={{ title: texts.none, hint: texts.hint }}
    />
  );
}

function Actions({ kind, thing, gone }: { kind: Kind; thing: Thing; gone: string }) {
  const { t } = useTranslation('ui');
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const { id, name, version } = thing;
  return (
    <Group gap={4} wrap="nowrap" justify="end">
      <ActionIcon variant="subtle" color="gray" aria-label={t('edit', { name })} onClick={edit.open}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('removeIt', { name })} onClick={remove.open}>
        <IconTrash size={16} />
      </ActionIcon>
      <SideDrawer title={t('edit', { name })} opened={editing} onClose={edit.close}>
        <Edit kind={kind} thing={thing} />
      </SideDrawer>
      <DeleteDialog
        opened={removing}
        onClose={remove.close}
        name={name}
        text={gone}
        queryKey={kind.keys.root}
        changes={kind.keys.root}
        remove={() => kind.remove(id, `"${version}"`)}
      />
    </Group>
  );
}

function Make({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { name: '' } });
  return (
    <CreateForm
      form={form}
      create={kind.make}
      changes={kind.keys.root}
      onCreated={onClose}
      onCancel={onClose}
    >
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
    </CreateForm>
  );
}

function Edit({ kind, thing }: { kind: Kind; thing: Thing }) {
  const { t } = useTranslation('admin');
  const queryKey = kind.keys.one(thing.id);
  const { data: now } = useQuery({ queryKey, queryFn: () => kind.one(thing.id), initialData: thing });
  const editing = useEditForm({
    queryKey,
    stored: now,
    values: ({ name }) => ({ name }),
    save: (values, ifMatch) => kind.change(thing.id, values, ifMatch),
    changes: kind.keys.root,
  });
  return (
    <EditForm editing={editing} label={thing.name} fieldWords={(field) => t(field)}>
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        data-autofocus
        {...editing.form.getInputProps('name')}
      />
    </EditForm>
  );
}
