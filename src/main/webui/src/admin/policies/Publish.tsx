import { Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { PolicyVersionView, PolicyView } from '../../api/schema';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { SkeletonRows } from '../../ui/SkeletonRows';
import { Differences } from './Differences';
import { policiesQuery, versionQuery } from './queries';

/** Says what changes before it does, also where an earlier version comes back. */
export function Publish({
  policy,
  version,
  label,
  back = false,
  disabled,
}: {
  policy: PolicyView;
  version: PolicyVersionView;
  label: string;
  back?: boolean;
  disabled?: boolean;
}) {
  const { t } = useTranslation('admin-policies');
  const client = useQueryClient();
  const { number } = version;
  return (
    <ConfirmButton
      label={label}
      button={{ variant: back ? 'default' : 'filled' }}
      disabled={disabled}
      danger={false}
      size="lg"
      title={t(back ? 'goBackTitle' : 'publishTitle', { number })}
      text={<WhatChanges version={version} />}
      confirm={label}
      done={t('isPublished', { number })}
      run={async () => {
        await data(
          api.POST('/api/v1/routing-policies/{id}/versions/{number}/publish', {
            params: { path: { id: policy.id, number }, header: { 'If-Match': `"${version.version}"` } },
          }),
        );
        await client.invalidateQueries({ queryKey: keys.policies.root });
      }}
    />
  );
}

function WhatChanges({ version }: { version: PolicyVersionView }) {
  const { t } = useTranslation('admin-policies');
  const policies = useQuery(policiesQuery);
  const before = policies.data?.find((policy) => policy.publishedVersion != null);
  const number = before?.publishedVersion ?? 0;
  const rules = useQuery({ ...versionQuery(before?.id ?? 0, number), enabled: before !== undefined });
  return (
    <Stack gap="sm">
      <Text size="sm">{t('publishHint')}</Text>
      <Text size="sm">
        {before ? t('replaces', { number, name: before.name }) : policies.data && t('nothingBefore')}
      </Text>
      <Title order={3} size="h6">
        {t('changes')}
      </Title>
      {policies.isPending || (before && rules.isPending) ? (
        <SkeletonRows rows={2} />
      ) : (
        <Differences before={rules.data?.rules ?? []} after={version.rules ?? []} />
      )}
    </Stack>
  );
}
