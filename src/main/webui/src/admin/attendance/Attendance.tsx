import { Paper } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { AttendanceView } from '../../api/schema';
import { DurationInput } from '../../ui/DurationInput';
import { EditForm } from '../../ui/EditForm';
import { QueryContent } from '../../ui/QueryContent';
import { useEditForm } from '../../ui/useEditForm';
import { SectionPage } from '../core/SectionPage';
import './words';

const attendanceQuery = queryOptions({
  queryKey: keys.attendance,
  queryFn: () => data(api.GET('/api/v1/attendance')),
});

/** How one sees whether agents are there, and what becomes of what they hold who are not. */
export function Attendance() {
  const attendance = useQuery(attendanceQuery);
  return (
    <SectionPage section="attendance">
      <QueryContent query={attendance}>
        {(rules) => (
          <Paper withBorder p="md">
            <Edit rules={rules} />
          </Paper>
        )}
      </QueryContent>
    </SectionPage>
  );
}

function Edit({ rules }: { rules: AttendanceView }) {
  const { t } = useTranslation(['admin-attendance', 'admin']);
  const editing = useEditForm({
    queryKey: attendanceQuery.queryKey,
    stored: rules,
    values: (now) => ({
      askAfterSeconds: now.askAfterSeconds ?? null,
      answerWithinSeconds: now.answerWithinSeconds as number | null,
      returnAfterSeconds: now.returnAfterSeconds ?? null,
    }),
    save: ({ answerWithinSeconds, ...rest }, ifMatch) =>
      data(
        api.PUT('/api/v1/attendance', {
          params: { header: { 'If-Match': ifMatch } },
          body: { ...rest, answerWithinSeconds: answerWithinSeconds as number },
        }),
      ),
    changes: keys.attendance,
  });
  const { form } = editing;
  return (
    <EditForm editing={editing} label={t('admin:section.attendance.title')} fieldWords={(field) => t(field)}>
      <DurationInput
        label={t('askAfterSeconds')}
        description={t('askHint')}
        min={1}
        {...form.getInputProps('askAfterSeconds')}
      />
      <DurationInput
        label={t('answerWithinSeconds')}
        description={t('answerHint')}
        required
        min={1}
        {...form.getInputProps('answerWithinSeconds')}
      />
      <DurationInput
        label={t('returnAfterSeconds')}
        description={t('returnHint')}
        min={1}
        {...form.getInputProps('returnAfterSeconds')}
      />
    </EditForm>
  );
}
