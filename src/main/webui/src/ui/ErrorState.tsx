import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../app/problems';

/** In the place of what could not be read: why, and a button that tries again. */
export function ErrorState({ problem, retry }: { problem: unknown; retry: () => unknown }) {
  const { t } = useTranslation('common');
  return (
    <Stack align="center" p="lg" role="alert" gap="xs" ta="center">
      <Text fw={600}>{t('failed')}</Text>
      <Text c="dimmed">{messageOf(problem)}</Text>
      <Button variant="default" onClick={() => void retry()}>
        {t('retry')}
      </Button>
    </Stack>
  );
}
