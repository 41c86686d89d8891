import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** In the place of a page that is being loaded. */
export function PageSkeleton() {
  const { t } = useTranslation('common');
  return (
    <Stack aria-busy="true" role="status" aria-label={t('loading')}>
      <Skeleton h={32} w={240} />
      <Skeleton h={240} />
    </Stack>
  );
}
