import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import classes from './portal.module.css';
import { useStep } from './useStep';

/** For whom it is no longer needed. */
export function Withdraw({ request }: { request: TicketView }) {
  const { t } = useTranslation('portal');
  return (
    <AskedStep
      request={request}
      step="cancel"
      done={t('withdrawn')}
      title={t('withdrawTitle')}
      hint={t('withdrawHint')}
      yes={t('withdrawYes')}
      no={t('keep')}
      button={(ask) => (
        <Button variant="subtle" color="red" size="md" w="fit-content" mx="auto" onClick={ask}>
          {t('withdraw')}
        </Button>
      )}
    />
  );
}

/** Who has said all. */
export function EndChat({ request }: { request: TicketView }) {
  const { t } = useTranslation('portal');
  return (
    <AskedStep
      request={request}
      step={request.nextSteps.includes('CLOSE') ? 'close' : 'cancel'}
      done={t('talkEnded')}
      title={t('talkEndTitle')}
      hint={t('talkEndHint')}
      yes={t('talkEndYes')}
      no={t('talkGoOn')}
      button={(ask) => (
        <Button variant="default" size="compact-md" onClick={ask}>
          {t('talkEnd')}
        </Button>
      )}
    />
  );
}

interface Asked {
  request: TicketView;
  step: 'cancel' | 'close';
  done: string;
  title: string;
  hint: string;
  yes: string;
  no: string;
  button: (ask: () => void) => ReactNode;
}

/** A step that is taken only by who means it. */
function AskedStep({ request, step, done, title, hint, yes, no, button }: Asked) {
  const { t: common } = useTranslation('common');
  const [isAsked, asked] = useDisclosure();
  const taken = useStep(request, step, done);
  return (
    <>
      {button(asked.open)}
      <Modal
        opened={isAsked}
        onClose={asked.close}
        // To the button that asked, unless that is gone with what it did.
        returnFocus={!taken.isSuccess}
        title={title}
        classNames={{ title: classes.dialogTitle }}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack>
          <Text>{hint}</Text>
          <Button size="md" variant="default" data-autofocus onClick={asked.close}>
            {no}
          </Button>
          <Button
            size="md"
            color="red.9"
            loading={taken.isPending}
            onClick={() => taken.mutate('', { onSettled: asked.close })}
          >
            {yes}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
