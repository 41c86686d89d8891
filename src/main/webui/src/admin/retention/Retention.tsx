import { Paper } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { RetentionView } from '../../api/schema';
import { EditForm } from '../../ui/EditForm';
import { QueryContent } from '../../ui/QueryContent';
import { useEditForm } from '../../ui/useEditForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { SectionPage } from '../core/SectionPage';
import './words';

const retentionQuery = queryOptions({
  queryKey: keys.retention,
  queryFn: () => data(api.GET('/api/v1/retention')),
});

/** How long what was said and what happened is kept. */
export function Retention() {
  const retention = useQuery(retentionQuery);
  return (
    <SectionPage section="retention">
      <QueryContent query={retention}>
        {(rules) => (
          <Paper withBorder p="md">
            <Edit rules={rules} />
          </Paper>
        )}
      </QueryContent>
    </SectionPage>
  );
}

function Edit({ rules }: { rules: RetentionView }) {
  const { t } = useTranslation(['admin-retention', 'admin']);
  const editing = useEditForm({
    queryKey: retentionQuery.queryKey,
    stored: rules,
    values: (now) => ({
      closedTicketsDays: now.closedTicketsDays ?? null,
      feedDays: now.feedDays ?? null,
    }),
    save: (values, ifMatch) =>
      data(api.PUT('/api/v1/retention', { params: { header: { 'If-Match': ifMatch } }, body: values })),
    changes: keys.retention,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={t('admin:section.retention.title')} fieldWords={(field) => t(field)}>
      <WholeNumber
        label={t('closedTicketsDays')}
        description={t('closedTicketsHint')}
        min={1}
        max={3650}
        suffix={t('days')}
        w={420}
        {...form.getInputProps('closedTicketsDays')}
      />
      <WholeNumber
        label={t('feedDays')}
        description={t('feedHint')}
        min={1}
        max={365}
        suffix={t('days')}
        w={420}
        {...form.getInputProps('feedDays')}
      />
    </EditForm>
  );
}
