import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import { isFound } from '../../app/found';
import { Ask, Side } from '../core/Ask';
import { type Column, List } from '../core/List';
import { SectionPage } from '../core/Page';
import './words';

interface Thing {
  id: number;
  archived: boolean;
  version: number;
}

interface Props<T extends Thing> {
  section: string;
  /** The first part of the query keys. */
  queryKey: string;
  read: (after: string | undefined, limit: number) => Promise<Page<T>>;
  remove: (id: number, ifMatch: string) => Promise<unknown>;
  nameOf: (thing: T) => string;
  /** Must stay the same between renderings. */
  columns: Column<T>[];
  Make: ComponentType<{ onClose: () => void }>;
  Edit: ComponentType<{ thing: T }>;
  texts: { new: string; none: string; hint: string; gone: string };
}

/** Things of tickets that an admin defines, changes and archives beside their list. */
export function Collection<T extends Thing>(props: Props<T>) {
  const { section, queryKey, read, remove, nameOf, columns, Make, Edit, texts } = props;
  const { t } = useTranslation(['admin', 'admin-tickets', 'common']);
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const [editing, setEditing] = useState<T>();
  const [removing, setRemoving] = useState<T>();
  const all = useMemo(
    (): Column<T>[] => [
      ...columns,
      {
        key: 'state',
        label: t('admin-tickets:state'),
        from: 'sm',
        cell: ({ archived }) =>
          archived ? (
            <Badge variant="default">{t('admin-tickets:archived')}</Badge>
          ) : (
            <Text size="sm">{t('admin-tickets:inUse')}</Text>
          ),
      },
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (thing) => (
          <Group gap={4} wrap="nowrap" justify="end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('edit', { name: nameOf(thing) })}
              onClick={() => setEditing(thing)}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeIt', { name: nameOf(thing) })}
              onClick={() => setRemoving(thing)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ),
      },
    ],
    [columns, nameOf, t],
  );
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
      {texts.new}
    </Button>
  );
  return (
    <SectionPage section={section} actions={create}>
      <List
        label={t(`section.${section}.title`)}
        queryKey={[queryKey, 'admin', 'list']}
        read={read}
        columns={all}
        matches={(thing, text) => isFound(nameOf(thing), text)}
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
        <Make onClose={() => setMaking(false)} />
      </Side>
      <Side
        title={t('edit', { name: editing && nameOf(editing) })}
        opened={editing !== undefined}
        onClose={() => setEditing(undefined)}
      >
        {editing && <Edit key={editing.id} thing={editing} />}
      </Side>
      <Ask
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('deleteIt', { name: removing && nameOf(removing) })}
        text={texts.gone}
        confirm={t('common:delete')}
        done={t('deleted')}
        run={async () => {
          if (removing) {
            await remove(removing.id, `"${removing.version}"`);
            await client.invalidateQueries({ queryKey: [queryKey] });
          }
        }}
      />
    </SectionPage>
  );
}
