import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type ComponentType, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../api/allOf';
import type { keys } from '../../api/keys';
import { isFound } from '../../app/found';
import type { Column } from '../../ui/CollectionTable';
import { DeleteDialog } from '../../ui/DeleteDialog';
import { SideDrawer } from '../../ui/SideDrawer';
import { SectionCollection } from '../core/SectionPage';
import './words';

interface Thing {
  id: number;
  archived?: boolean;
  version: number;
}

/** How things of a kind are named, read and changed. */
export interface Kind<T extends Thing> {
  section: string;
  /** Whether they can be taken out of use. */
  archives: boolean;
  keys: typeof keys.tags;
  read: (after: string | undefined, limit: number) => Promise<Page<T>>;
  remove: (id: number, ifMatch: string) => Promise<unknown>;
  nameOf: (thing: T) => string;
  Make: ComponentType<{ onClose: () => void }>;
  Edit: ComponentType<{ thing: T }>;
}

interface Props<T extends Thing> {
  kind: Kind<T>;
  /** Must stay the same between renderings. */
  columns: Column<T>[];
  texts: { new: string; none: string; hint: string; gone: string };
}

/** Things of tickets that an admin defines, changes and archives beside their list. */
export function Collection<T extends Thing>({ kind, columns, texts }: Props<T>) {
  const { t } = useTranslation('admin-tickets');
  const all = useMemo(
    (): Column<T>[] => [
      ...columns,
      ...(kind.archives
        ? [
            {
              key: 'state',
              label: t('state'),
              from: 'sm' as const,
              cell: ({ archived }: T) =>
                archived ? (
                  <Badge variant="default">{t('archived')}</Badge>
                ) : (
                  <Text size="sm">{t('inUse')}</Text>
                ),
            },
          ]
        : []),
      {
        key: 'actions',
        label: '',
        actions: true,
        cell: (thing) => <Actions kind={kind} thing={thing} gone={texts.gone} />,
      },
    ],
    [columns, kind, texts.gone, t],
  );
  return (
    <SectionCollection
      section={kind.section}
      queryKey={kind.keys.list()}
      read={kind.read}
      columns={all}
      matches={(thing, text) => isFound(kind.nameOf(thing), text)}
      create={{ label: texts.new, form: (close) => <kind.Make onClose={close} /> }}
      empty={{ title: texts.none, hint: texts.hint }}
    />
  );
}

interface ActionsProps<T extends Thing> {
  kind: Kind<T>;
  thing: T;
  gone: string;
}

function Actions<T extends Thing>({ kind, thing, gone }: ActionsProps<T>) {
  const { t } = useTranslation('ui');
  const [editing, edit] = useDisclosure(false);
  const [removing, remove] = useDisclosure(false);
  const name = kind.nameOf(thing);
  return (
    <Group gap={4} wrap="nowrap" justify="end">
      <ActionIcon variant="subtle" color="gray" aria-label={t('edit', { name })} onClick={edit.open}>
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('removeIt', { name })} onClick={remove.open}>
        <IconTrash size={16} />
      </ActionIcon>
      <SideDrawer title={t('edit', { name })} opened={editing} onClose={edit.close}>
        <kind.Edit thing={thing} />
      </SideDrawer>
      <DeleteDialog
        opened={removing}
        onClose={remove.close}
        name={name}
        text={gone}
        queryKey={kind.keys.root}
        changes={kind.keys.root}
        remove={() => kind.remove(thing.id, `"${thing.version}"`)}
      />
    </Group>
  );
}
