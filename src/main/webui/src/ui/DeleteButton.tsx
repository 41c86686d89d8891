import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DeleteDialog, type Deletion } from './DeleteDialog';

/** Beside the title of a page: deletes what the page shows, once that is confirmed. */
export function DeleteButton(deletion: Deletion) {
  const { t } = useTranslation('common');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        {t('delete')}
      </Button>
      <DeleteDialog {...deletion} opened={opened} onClose={close} />
    </>
  );
}
