import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { sections } from './sections';

export function AdminSection() {
  const { section } = useParams({ strict: false });
  const Page = sections.find((own) => own.path === section)?.page;
  return Page ? (
    <Suspense fallback={<Waiting />}>
      <Page key={section} />
    </Suspense>
  ) : (
    <Unknown />
  );
}

export function Waiting() {
  return (
    <Stack aria-busy="true">
      <Skeleton h={36} w={240} />
      <Skeleton h={220} />
    </Stack>
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
