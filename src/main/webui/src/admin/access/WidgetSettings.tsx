import { Button, Group, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { messageOf } from '../../app/problems';
import { signInOptionsQuery, useMe } from '../../app/session';
import { CopyableText } from '../../ui/CopyableText';
import { LeaveGuard } from '../../ui/LeaveGuard';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import { SectionPage } from '../core/SectionPage';
import { IdentityKeys } from './IdentityKeys';
import { isOrigin, scriptTag } from './origins';
import './words';

export function WidgetSettings() {
  const { t } = useTranslation(['admin-access', 'admin', 'common']);
  const { organisationId: id } = useMe();
  const client = useQueryClient();
  const queryKey = keys.widget(id);
  const path = { params: { path: { id } } };
  const settings = useQuery({
    queryKey,
    queryFn: () => data(api.GET('/api/v1/organisations/{id}/widget', path)),
  });
  const options = useQuery(signInOptionsQuery(undefined));
  const [changed, setChanged] = useState<string[]>();
  const save = useMutation({
    mutationFn: (body: { origins: string[]; visitors: boolean }) =>
      data(api.PUT('/api/v1/organisations/{id}/widget', { ...path, body })),
    onSuccess: (now, sent) => {
      client.setQueryData(queryKey, now);
      if (sent.origins === changed) {
        setChanged(undefined);
      }
      notifications.show({ message: t('ui:saved') });
    },
    onError: () => {},
  });
  const origins = changed ?? settings.data?.origins ?? [];
  const visitors = settings.data?.visitors ?? false;
  const bad = origins.find((origin) => !isOrigin(origin));
  return (
    <SectionPage section="widget">
      <QueryContent query={settings}>
        {() => (
          <Stack>
            <PageSection title={t('origins')}>
              <TagsInput
                aria-label={t('origins')}
                description={t('originsHint')}
                placeholder={origins.length === 0 ? 'https://' : undefined}
                value={origins}
                onChange={setChanged}
                splitChars={[',', ' ']}
                acceptValueOnBlur
                error={bad ? t('originsBad', { origin: bad }) : save.error && messageOf(save.error)}
              />
              {changed && (
                <Group justify="end" gap="xs">
                  <Button variant="default" onClick={() => setChanged(undefined)}>
                    {t('ui:discard')}
                  </Button>
                  <Button
                    disabled={bad !== undefined}
                    loading={save.isPending}
                    onClick={() => save.mutate({ origins, visitors })}
                  >
                    {t('common:save')}
                  </Button>
                </Group>
              )}
            </PageSection>
            <PageSection title={t('visitors')}>
              <Switch
                label={t('visitorsMayTalk')}
                description={t('visitorsHint')}
                checked={visitors}
                disabled={save.isPending}
                onChange={({ currentTarget }) =>
                  save.mutate({ origins: settings.data?.origins ?? [], visitors: currentTarget.checked })
                }
              />
            </PageSection>
            <PageSection title={t('tag')} text={t('tagHint')}>
              {origins.length === 0 ? (
                <Text size="sm">{t('tagFirst')}</Text>
              ) : (
                <CopyableText
                  label={t('tag')}
                  text={scriptTag(window.location.origin, options.data?.organisation?.slug)}
                />
              )}
            </PageSection>
            <IdentityKeys organisation={id} />
            <LeaveGuard dirty={changed !== undefined} />
          </Stack>
        )}
      </QueryContent>
    </SectionPage>
  );
}
