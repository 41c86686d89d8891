import { Badge, Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { PolicyView } from '../../api/schema';
import { AskButton, Side } from '../core/Ask';
import { EditForm, useEditing } from '../core/editing';
import { Bones, Failed } from '../core/List';
import { Page } from '../core/Page';
import { NewDraft } from './NewDraft';
import { policyQuery, versionsQuery } from './queries';
import classes from './Rules.module.css';
import { VersionView } from './Version';
import { Versions } from './Versions';
import './words';

export function Policy() {
  const { t } = useTranslation(['admin-policies', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const policy = useQuery(policyQuery(id));
  const versions = useQuery(versionsQuery(id));
  const [wanted, setWanted] = useState<number>();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [renaming, setRenaming] = useState(false);
  const problem = policy.error ?? versions.error;
  if (!policy.data || !versions.data) {
    return (
      <Page title={t('admin:section.policies.title')}>
        {problem ? (
          <Failed problem={problem} retry={() => (policy.error ? policy.refetch() : versions.refetch())} />
        ) : (
          <Bones />
        )}
      </Page>
    );
  }
  const own = policy.data;
  const all = versions.data;
  const shown =
    all.find((version) => version.number === wanted) ??
    all.find((version) => version.status === 'DRAFT') ??
    all.find((version) => version.status === 'PUBLISHED') ??
    all[0];
  return (
    <Page
      title={own.name}
      mark={
        <Badge color={own.publishedVersion == null ? 'gray.7' : 'teal.8'} tt="none">
          {own.publishedVersion == null
            ? t('notPublished')
            : t('publishedVersion', { number: own.publishedVersion })}
        </Badge>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setRenaming(true)}
          >
            {t('rename')}
          </Button>
          <AskButton
            label={t('common:delete')}
            leftSection={<IconTrash size={16} aria-hidden />}
            title={t('admin:deleteIt', { name: own.name })}
            text={t('deleteHint')}
            confirm={t('common:delete')}
            done={t('admin:deleted')}
            run={async () => {
              await data(
                api.DELETE('/api/v1/routing-policies/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                }),
              );
              await navigate({ to: '/admin/$section', params: { section: 'policies' } });
              await client.invalidateQueries({ queryKey: ['routing-policies', 'admin', 'list'] });
            }}
          />
        </>
      }
    >
      <Side title={t('rename')} opened={renaming} onClose={() => setRenaming(false)}>
        <Rename policy={own} />
      </Side>
      {shown ? (
        <div className={classes.page}>
          <VersionView key={shown.number} policy={own} number={shown.number} onShow={setWanted} />
          <Versions policy={own} versions={all} shown={shown.number} onShow={setWanted} />
        </div>
      ) : (
        <Paper withBorder p="xl">
          <Stack align="center" gap="sm" ta="center">
            <Title order={2} size="h4">
              {t('noVersions')}
            </Title>
            <Text c="dimmed">{t('noVersionsHint')}</Text>
            <NewDraft policyId={id} label={t('firstDraft')} onMade={setWanted} />
          </Stack>
        </Paper>
      )}
    </Page>
  );
}

function Rename({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('admin-policies');
  const editing = useEditing({
    ...policyQuery(policy.id),
    thing: policy,
    values: ({ name }) => ({ name }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/routing-policies/{id}', {
          params: { path: { id: policy.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: ['routing-policies'],
  });
  return (
    <EditForm editing={editing} label={t('rename')} fieldWords={(field) => t(field)}>
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        data-autofocus
        {...editing.form.getInputProps('name')}
      />
    </EditForm>
  );
}
