import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
}

/** Reads the next page of a list, where there is one. */
export function More({ of }: { of: Pages }) {
  const { t } = useTranslation('common');
  return of.hasNextPage ? (
    <Button variant="default" mt="sm" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
      {t('more')}
    </Button>
  ) : null;
}
