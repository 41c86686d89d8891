import './wait.words';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { waitOf } from './queries';

/** The place of a chat in its line, and how long that may take, as far as it is known. */
export function Wait({ id }: { id: number }) {
  const { t } = useTranslation('portal');
  const { position, expectedSeconds } = useQuery(waitOf(id)).data ?? {};
  if (position == null) {
    return null;
  }
  return (
    <Text size="sm" role="status" data-testid="wait">
      {position === 1 ? t('wait.next') : t('wait.place', { position })}{' '}
      {expectedSeconds != null && t('wait.about', { count: Math.round(expectedSeconds / 60) })}
    </Text>
  );
}
