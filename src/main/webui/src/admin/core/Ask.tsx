import { Alert, Button, type ButtonProps, Drawer, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../app/problems';
import classes from './core.module.css';

interface Question {
  title: string;
  text?: ReactNode;
  /** What the button says that does it. */
  confirm: string;
  done?: string;
  danger?: boolean;
  /** Whether what must be said before is said. */
  ready?: boolean;
  size?: string;
  run: () => Promise<unknown>;
}

/** Asks before it does something; what the server refuses is told in place. */
export function Ask({
  title,
  text,
  confirm,
  done,
  danger = true,
  ready = true,
  size,
  run,
  opened,
  onClose,
}: Question & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('common');
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
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      className={classes.area}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {typeof text === 'string' ? <Text size="sm">{text}</Text> : text}
        {action.error && (
          <Alert color="red" role="alert">
            {messageOf(action.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
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

export function AskButton({
  label,
  button,
  disabled,
  leftSection,
  ...question
}: Question & { label: ReactNode; button?: ButtonProps; disabled?: boolean; leftSection?: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} disabled={disabled} leftSection={leftSection} {...button}>
        {label}
      </Button>
      <Ask {...question} opened={opened} onClose={close} />
    </>
  );
}

/** Where something is made, beside the list. */
export function Side({
  title,
  opened,
  onClose,
  size = 'md',
  children,
}: {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('common');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={size}
      className={classes.area}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
