import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../app/problems';
import { isConflict } from './serverErrors';
import './words';

export interface Confirmation {
  title: string;
  /** A sentence, or fields that must be filled in before. */
  text?: ReactNode;
  /** The label of the button that does it. */
  confirm: string;
  /** Told once it is done. */
  done?: string;
  danger?: boolean;
  /** Whether all that must be said before is said. */
  ready?: boolean;
  size?: string;
  /** What to do where somebody else has changed it meanwhile. */
  conflictHint?: string;
  run: () => Promise<unknown>;
}

/** Asks before it does something; a refusal of the server is told in place, and it may be tried again. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  done,
  danger = true,
  ready = true,
  size,
  conflictHint,
  run,
  opened,
  onClose,
}: Confirmation & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['ui', 'common']);
  const action = useMutation({
    mutationFn: run,
    onSuccess: () => {
      onClose();
      if (done) {
        notifications.show({ message: done });
      }
    },
    onError: () => {},
  });
  const close = () => {
    action.reset();
    onClose();
  };
  const overtaken = conflictHint !== undefined && isConflict(action.error);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        {typeof text === 'string' ? <Text size="sm">{text}</Text> : text}
        {action.error && (
          <Alert
            color={overtaken ? 'orange' : 'red'}
            role="alert"
            title={overtaken ? t('conflict') : undefined}
          >
            {overtaken ? conflictHint : messageOf(action.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button
            color={danger ? 'red.8' : undefined}
            loading={action.isPending}
            disabled={!ready}
            onClick={() => action.mutate()}
            data-autofocus={ready || undefined}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
