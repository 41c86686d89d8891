import { Badge, Button, Paper } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { EmptyState } from '../../ui/EmptyState';
import { SideDrawer } from '../../ui/SideDrawer';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { NewDraft } from './NewDraft';
import { policyQuery, versionsQuery } from './queries';
import { RenamePolicy } from './RenamePolicy';
import classes from './Rules.module.css';
import { VersionView } from './Version';
import { Versions } from './Versions';
import './words';

export function Policy() {
  const { t } = useTranslation('admin-policies');
  const id = Number(useParams({ strict: false }).id);
  const policy = useQuery(policyQuery(id));
  const versions = useQuery(versionsQuery(id));
  const [wanted, setWanted] = useState<number>();
  const [renaming, setRenaming] = useState(false);
  const both = {
    data: policy.data && versions.data && { own: policy.data, all: versions.data },
    error: policy.error ?? versions.error,
    refetch: () => (policy.error ? policy.refetch() : versions.refetch()),
  };
  return (
    <SectionDetail
      section="policies"
      query={both}
      head={({ own }) => ({
        title: own.name,
        mark: (
          <Badge color={own.publishedVersion == null ? 'gray.7' : 'teal.8'} tt="none">
            {own.publishedVersion == null
              ? t('notPublished')
              : t('publishedVersion', { number: own.publishedVersion })}
          </Badge>
        ),
        actions: (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setRenaming(true)}
            >
              {t('rename')}
            </Button>
            <SectionDelete
              section="policies"
              name={own.name}
              text={t('deleteHint')}
              queryKey={policyQuery(id).queryKey}
              changes={keys.policies.list()}
              remove={() =>
                data(
                  api.DELETE('/api/v1/routing-policies/{id}', {
                    params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                  }),
                )
              }
            />
          </>
        ),
      })}
    >
      {({ own, all }) => {
        const shown =
          all.find((version) => version.number === wanted) ??
          all.find((version) => version.status === 'DRAFT') ??
          all.find((version) => version.status === 'PUBLISHED') ??
          all[0];
        return (
          <>
            <SideDrawer title={t('rename')} opened={renaming} onClose={() => setRenaming(false)}>
              <RenamePolicy policy={own} />
            </SideDrawer>
            {shown ? (
              <div className={classes.page}>
                <VersionView key={shown.number} policy={own} number={shown.number} onShow={setWanted} />
                <Versions policy={own} versions={all} shown={shown.number} onShow={setWanted} />
              </div>
            ) : (
              <Paper withBorder>
                <EmptyState title={t('noVersions')} hint={t('noVersionsHint')}>
                  <NewDraft policyId={id} label={t('firstDraft')} onMade={setWanted} />
                </EmptyState>
              </Paper>
            )}
          </>
        );
      }}
    </SectionDetail>
  );
}
