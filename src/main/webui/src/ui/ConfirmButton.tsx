import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { type Confirmation, ConfirmDialog } from './ConfirmDialog';

/** A button that asks before it does something. */
export function ConfirmButton({
  label,
  button,
  disabled,
  leftSection,
  ...confirmation
}: Confirmation & {
  label: ReactNode;
  button?: ButtonProps & { 'aria-label'?: string };
  disabled?: boolean;
  leftSection?: ReactNode;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} disabled={disabled} leftSection={leftSection} {...button}>
        {label}
      </Button>
      <ConfirmDialog {...confirmation} opened={opened} onClose={close} />
    </>
  );
}
