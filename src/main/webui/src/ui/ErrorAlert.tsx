import { Alert, Button, Group } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../app/problems';

/** Above what may be old, or missing: why it could not be read, and a button that tries again. */
export function ErrorAlert({ problem, retry }: { problem: unknown; retry?: (() => unknown) | undefined }) {
  const { t } = useTranslation('common');
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} aria-hidden />} role="alert">
      <Group justify="space-between" gap="xs">
        {messageOf(problem)}
        {retry && (
          <Button size="compact-sm" variant="default" onClick={() => void retry()}>
            {t('retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
