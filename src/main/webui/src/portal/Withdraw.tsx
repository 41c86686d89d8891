import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import classes from './portal.module.css';
import { useStep } from './useStep';

/** For whom it is no longer needed. */
export function Withdraw({ request }: { request: TicketView }) {
  const { t } = useTranslation('portal');
  const { t: common } = useTranslation('common');
  const [isAsked, asked] = useDisclosure();
  const cancel = useStep(request, 'cancel', t('withdrawn'));
  return (
    <>
      <Button variant="subtle" color="red" size="md" w="fit-content" mx="auto" onClick={asked.open}>
        {t('withdraw')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={asked.close}
        // To the button that asked, unless that is gone with what it did.
        returnFocus={!cancel.isSuccess}
        title={t('withdrawTitle')}
        classNames={{ title: classes.dialogTitle }}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack>
          <Text>{t('withdrawHint')}</Text>
          <Button size="md" variant="default" data-autofocus onClick={asked.close}>
            {t('keep')}
          </Button>
          <Button
            size="md"
            color="red.9"
            loading={cancel.isPending}
            onClick={() => cancel.mutate('', { onSettled: asked.close })}
          >
            {t('withdrawYes')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
