import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSkeleton } from '../ui/PageSkeleton';
import { sections } from './sections';

export function AdminSection() {
  const { section } = useParams({ strict: false });
  const Page = sections.find((own) => own.path === section)?.page;
  return Page ? (
    <Suspense fallback={<PageSkeleton />}>
      <Page key={section} />
    </Suspense>
  ) : (
    <Unknown />
  );
}

export function Unknown() {
  const { t } = useTranslation('admin');
  return (
    <Stack align="start">
      <Text>{t('unknownSection')}</Text>
      <Anchor component={Link} to="/admin">
        {t('title')}
      </Anchor>
    </Stack>
  );
}
