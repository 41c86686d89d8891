import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './board.module.css';

/** Why a list is empty, and what to do about it. */
export function Nothing({
  title,
  hint,
  onClear,
}: {
  title: string;
  hint?: ReactNode;
  onClear?: (() => void) | undefined;
}) {
  const { t } = useTranslation('board');
  return (
    <Stack align="center" gap={4} py="xl" px="md">
      <Text fw={600}>{title}</Text>
      {hint && (
        <Text size="sm" className={classes.quiet} ta="center">
          {hint}
        </Text>
      )}
      {onClear && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </Stack>
  );
}
