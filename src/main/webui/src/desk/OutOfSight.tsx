import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { messageOf } from '../app/problems';
import overlay from './overlay.module.css';

interface Props {
  id: number;
  problem: Error;
  onClose: (() => void) | undefined;
  /** What was written for it. */
  children: ReactNode;
}

/** In place of a ticket that cannot be read. */
export default function OutOfSight({ id, problem, onClose, children }: Props) {
  const { t } = useTranslation('desk');
  const gone = problem instanceof Problem && [403, 404].includes(problem.status);
  return (
    <Stack p="md">
      <Alert
        color="orange"
        classNames={{ title: overlay.warning }}
        icon={<IconAlertCircle size={18} />}
        role="alert"
        title={`#${id}`}
      >
        {gone ? t('outOfSight') : messageOf(problem)}
      </Alert>
      {children}
      {onClose && (
        <Button variant="default" onClick={onClose} w="fit-content">
          {t('closeTab')}
        </Button>
      )}
    </Stack>
  );
}
