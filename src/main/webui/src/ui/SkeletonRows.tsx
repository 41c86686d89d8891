import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** In the place of what is being read. */
export function SkeletonRows({ rows = 6, height = 36 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="xs" aria-busy="true" aria-label={t('loading')} role="status">
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <Skeleton key={index} h={height} />
      ))}
    </Stack>
  );
}
