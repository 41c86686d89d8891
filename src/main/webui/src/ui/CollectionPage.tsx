import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Collection, CollectionTable } from './CollectionTable';
import { Page, type PageHead } from './Page';
import { SideDrawer } from './SideDrawer';

export interface CollectionPageProps<T extends { id: number }>
  extends PageHead,
    Omit<Collection<T>, 'label' | 'empty'> {
  /** Makes one more, by a form that stands beside the list. */
  create: { label: string; form: (close: () => void) => ReactNode };
  empty: { title: string; hint?: ReactNode };
}

/** The page of a list of things, with the button that makes one more, which an empty list offers too. */
export function CollectionPage<T extends { id: number }>({
  title,
  text,
  mark,
  actions,
  create,
  empty,
  ...collection
}: CollectionPageProps<T>) {
  const [creating, { open, close }] = useDisclosure(false);
  const button = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {create.label}
    </Button>
  );
  return (
    <Page
      title={title}
      text={text}
      mark={mark}
      actions={
        <>
          {actions}
          {button}
        </>
      }
    >
      <CollectionTable {...collection} label={title} empty={{ ...empty, actions: button }} />
      <SideDrawer title={create.label} opened={creating} onClose={close}>
        {create.form(close)}
      </SideDrawer>
    </Page>
  );
}
