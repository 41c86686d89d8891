import { ActionIcon, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import { isFound } from '../../app/found';
import { Ask, Side } from '../core/Ask';
import { EditForm, MakeForm, useEditing } from '../core/editing';
import { List } from '../core/List';
import { SectionPage } from '../core/Page';

interface Thing {
  id: number;
  name: string;
  version: number;
}

interface Kind {
  section: string;
  /** The first part of the query keys. */
  key: string;
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
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [editing, setEditing] = useState<Thing>();
  const [removing, setRemoving] = useState<Thing>();
  const columns = useMemo(
    () => [
      { key: 'name', label: t('name'), cell: (thing: Thing) => thing.name },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (thing: Thing) => (
          <Group gap={4} wrap="nowrap" justify="end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('edit', { name: thing.name })}
              onClick={() => setEditing(thing)}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeIt', { name: thing.name })}
              onClick={() => setRemoving(thing)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ),
      },
    ],
    [t],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
      {texts.new}
    </Button>
  );
  return (
    <SectionPage section={kind.section} actions={create}>
      <List
        label={t(`section.${kind.section}.title`)}
        queryKey={[kind.key, 'admin', 'list']}
        read={kind.read}
        columns={columns}
        matches={named}
        empty={
          <>
            <Title order={2} size="h4">
              {texts.none}
            </Title>
            <Text c="dimmed">{texts.hint}</Text>
            {create}
          </>
        }
      />
      <Side title={texts.new} opened={making} onClose={() => setMaking(false)}>
        <Make kind={kind} onClose={() => setMaking(false)} />
      </Side>
      <Side
        title={t('edit', { name: editing?.name })}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      >
        {editing && <Edit key={editing.id} kind={kind} thing={editing} />}
      </Side>
      <Ask
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('deleteIt', { name: removing?.name })}
        text={texts.gone}
        confirm={t('common:delete')}
        done={t('deleted')}
        run={async () => {
          if (removing) {
            await kind.remove(removing.id, `"${removing.version}"`);
            await client.invalidateQueries({ queryKey: [kind.key] });
          }
        }}
      />
    </SectionPage>
  );
}

function Make({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: { name: '' } });
  return (
    <MakeForm form={form} make={kind.make} changes={[kind.key]} onMade={onClose} onCancel={onClose}>
      <TextInput label={t('name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
    </MakeForm>
  );
}

function Edit({ kind, thing }: { kind: Kind; thing: Thing }) {
  const { t } = useTranslation('admin');
  const queryKey = [kind.key, 'admin', thing.id];
  const { data: now } = useQuery({ queryKey, queryFn: () => kind.one(thing.id), initialData: thing });
  const editing = useEditing({
    queryKey,
    thing: now,
    values: ({ name }) => ({ name }),
    save: (values, ifMatch) => kind.change(thing.id, values, ifMatch),
    changes: [kind.key],
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
