import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './address';
import { SaveDialog } from './parts';
import { differs, viewsQuery } from './saved';

/** Keeps what is filtered, its order and its columns under a name, for oneself or for all. */
export function SaveView({ place }: { place: Place }) {
  const { t } = useTranslation('list');
  const [opened, { open, close }] = useDisclosure();
  const view = useQuery(viewsQuery).data?.find(({ id }) => id === place.view);
  const own = view?.mayChange ? view : undefined;
  return (
    <>
      <Button
        size="xs"
        variant={own && differs(own, place) ? 'light' : 'default'}
        leftSection={<IconBookmark size={16} aria-hidden />}
        onClick={open}
      >
        {t(own ? (differs(own, place) ? 'saveChanges' : 'editView') : 'saveView')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <SaveDialog view={own} place={place} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
