import { Badge, Group, NativeSelect, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyVersionView, PolicyView } from '../../api/schema';
import { SkeletonRows } from '../../ui/SkeletonRows';
import { useTime } from '../../ui/useTime';
import { Differences } from './Differences';
import { NewDraft } from './NewDraft';
import { versionQuery } from './queries';
import classes from './Rules.module.css';

const statusColors = { DRAFT: 'blue.8', PUBLISHED: 'teal.8', RETIRED: 'gray.7' };

export function Versions({
  policy,
  versions,
  shown,
  onShow,
}: {
  policy: PolicyView;
  versions: PolicyVersionView[];
  shown: number;
  onShow: (number: number) => void;
}) {
  const { t } = useTranslation('admin-policies');
  const time = useTime();
  return (
    <Stack gap="md" component="aside" aria-label={t('versions')}>
      <Paper withBorder p="sm">
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {t('versions')}
          </Title>
          <NewDraft
            policyId={policy.id}
            from={policy.publishedVersion ?? versions[0]?.number}
            label={t('newDraft')}
            subtle
            onMade={onShow}
          />
        </Group>
        <ul className={classes.versions}>
          {versions.map((version) => (
            <li key={version.number}>
              <UnstyledButton
                className={classes.version}
                aria-current={version.number === shown || undefined}
                onClick={() => onShow(version.number)}
              >
                <Group justify="space-between" gap="xs">
                  <Text component="span" size="sm" fw={550}>
                    {t('version', { number: version.number })}
                  </Text>
                  <Badge color={statusColors[version.status]} tt="none" size="sm">
                    {t(`status.${version.status}`)}
                  </Badge>
                </Group>
                <Text component="span" size="xs" display="block">
                  {version.publishedAt
                    ? t('publishedAt', { time: time(version.publishedAt) })
                    : t('draftedAt', { time: time(version.createdAt) })}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Paper>
      {versions.length > 1 && <Compare policyId={policy.id} versions={versions} shown={shown} />}
    </Stack>
  );
}

function Compare({
  policyId,
  versions,
  shown,
}: {
  policyId: number;
  versions: PolicyVersionView[];
  shown: number;
}) {
  const { t } = useTranslation('admin-policies');
  const others = versions.filter((version) => version.number !== shown);
  const [chosen, setChosen] = useState<number>();
  const other =
    others.find((version) => version.number === chosen) ??
    others.find((version) => version.status === 'PUBLISHED') ??
    others.find((version) => version.number < shown) ??
    others[0];
  const before = useQuery({ ...versionQuery(policyId, other?.number ?? 0), enabled: other !== undefined });
  const after = useQuery(versionQuery(policyId, shown));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('compare')}>
      <Title order={2} size="h5" mb="xs">
        {t('compare')}
      </Title>
      <Group gap="xs" mb="xs" align="center">
        <NativeSelect
          size="xs"
          label={t('compareWith')}
          data={others.map((version) => ({
            value: String(version.number),
            label: `${t('version', { number: version.number })} (${t(`status.${version.status}`)})`,
          }))}
          value={String(other?.number)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      </Group>
      {before.data && after.data ? (
        <Differences before={before.data.rules ?? []} after={after.data.rules ?? []} />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Paper>
  );
}
