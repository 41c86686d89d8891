import { Paper, Switch } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CallSettingView } from '../../api/schema';
import { EditForm } from '../../ui/EditForm';
import { QueryContent } from '../../ui/QueryContent';
import { useEditForm } from '../../ui/useEditForm';
import { SectionPage } from '../core/SectionPage';
import './words';

const settingQuery = queryOptions({
  queryKey: keys.callSetting,
  queryFn: () => data(api.GET('/api/v1/call-setting')),
});

/** How people call one another, and who knows of those who listen. */
export function Calls() {
  const setting = useQuery(settingQuery);
  return (
    <SectionPage section="calls">
      <QueryContent query={setting}>
        {(now) => (
          <Paper withBorder p="md">
            <Edit setting={now} />
          </Paper>
        )}
      </QueryContent>
    </SectionPage>
  );
}

function Edit({ setting }: { setting: CallSettingView }) {
  const { t } = useTranslation(['admin-calls', 'admin']);
  const editing = useEditForm({
    queryKey: settingQuery.queryKey,
    stored: setting,
    values: ({ voice, video, listenersShown }) => ({ voice, video, listenersShown }),
    save: (body, ifMatch) =>
      data(api.PUT('/api/v1/call-setting', { params: { header: { 'If-Match': ifMatch } }, body })),
    changes: keys.callSetting,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={t('admin:section.calls.title')} fieldWords={(field) => t(field)}>
      <Switch
        label={t('voice')}
        description={t('voiceHint')}
        {...form.getInputProps('voice', { type: 'checkbox' })}
      />
      <Switch
        label={t('video')}
        description={t('videoHint')}
        {...form.getInputProps('video', { type: 'checkbox' })}
      />
      <Switch
        label={t('listenersShown')}
        description={t('listenersHint')}
        {...form.getInputProps('listenersShown', { type: 'checkbox' })}
      />
    </EditForm>
  );
}
