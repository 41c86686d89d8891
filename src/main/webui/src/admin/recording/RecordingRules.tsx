import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { CallKind, RecordingMode, RecordingRule, RecordingSettingView } from '../../api/schema';
import { queuesQuery } from '../../tickets/queries';
import { EditForm } from '../../ui/EditForm';
import { LineButtons } from '../../ui/LineButtons';
import { QueryContent } from '../../ui/QueryContent';
import { useEditForm } from '../../ui/useEditForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { choices } from '../core/everything';
import { SectionPage } from '../core/SectionPage';
import './words';

const MOST = 200;
const LONGEST = 3650;
const KINDS = ['VOICE', 'VIDEO'] as const satisfies CallKind[];
const MODES = ['ALWAYS', 'ON_DEMAND', 'NEVER'] as const satisfies RecordingMode[];

const settingQuery = queryOptions({
  queryKey: keys.recordingSetting,
  queryFn: () => data(api.GET('/api/v1/recording-setting')),
});

/** Which calls are recorded, what customers are told of it, and how long it is kept. */
export function RecordingRules() {
  const setting = useQuery(settingQuery);
  return (
    <SectionPage section="recording">
      <QueryContent query={setting}>
        {(stored) => (
          <Paper withBorder p="md">
            <Edit stored={stored} />
          </Paper>
        )}
      </QueryContent>
    </SectionPage>
  );
}

interface Line {
  /** Its own while the form is edited, wherever it is moved. */
  key: number;
  queueId: string;
  kind: string;
  mode: RecordingMode;
  retentionDays: number | null;
}

function Edit({ stored }: { stored: RecordingSettingView }) {
  const { t } = useTranslation(['admin-recording', 'admin']);
  const queues = useQuery(queuesQuery).data;
  const editing = useEditForm({
    queryKey: settingQuery.queryKey,
    stored,
    values: (now) => ({
      rules: now.rules.map(
        ({ queueId, kind, mode, retentionDays }, key): Line => ({
          key,
          queueId: queueId == null ? '' : String(queueId),
          kind: kind ?? '',
          mode,
          retentionDays: retentionDays ?? null,
        }),
      ),
      en: now.announcement.en ?? '',
      de: now.announcement.de ?? '',
      consent: now.consent,
      retentionDays: now.retentionDays as number | null,
      agentsMayListen: now.agentsMayListen,
    }),
    save: ({ rules, en, de, retentionDays, ...rest }, ifMatch) =>
      data(
        api.PUT('/api/v1/recording-setting', {
          params: { header: { 'If-Match': ifMatch } },
          body: {
            ...rest,
            rules: rules.map(ruleOf),
            announcement: { ...(en.trim() && { en: en.trim() }), ...(de.trim() && { de: de.trim() }) },
            retentionDays: retentionDays as number,
          },
        }),
      ),
    changes: keys.recordingSetting,
  });
  const { form } = editing;
  const { rules } = form.getValues();
  return (
    <EditForm
      editing={editing}
      label={t('admin:section.recording.title')}
      fieldWords={(field) => (field === 'en' || field === 'de' ? t('announcement') : t(field))}
    >
      <Fieldset legend={t('rules')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('rulesHint')}
        </Text>
        <Stack>
          {rules.length === 0 && <Text size="sm">{t('none')}</Text>}
          {rules.map((line, index) => (
            <Fieldset key={line.key} legend={t('rule', { number: index + 1 })}>
              <Group justify="space-between" align="end">
                <Group align="end">
                  <NativeSelect
                    label={t('queue')}
                    data={[{ value: '', label: t('allQueues') }, ...choices(queues)]}
                    {...form.getInputProps(`rules.${index}.queueId`)}
                  />
                  <NativeSelect
                    label={t('kind')}
                    data={[
                      { value: '', label: t('kinds.all') },
                      ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
                    ]}
                    {...form.getInputProps(`rules.${index}.kind`)}
                  />
                  <NativeSelect
                    label={t('mode')}
                    data={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
                    {...form.getInputProps(`rules.${index}.mode`)}
                  />
                  {line.mode !== 'NEVER' && (
                    <WholeNumber
                      label={t('ruleDays')}
                      description={t('ruleDaysHint')}
                      min={1}
                      max={LONGEST}
                      suffix={t('days')}
                      w={150}
                      {...form.getInputProps(`rules.${index}.retentionDays`)}
                    />
                  )}
                </Group>
                <LineButtons
                  index={index}
                  count={rules.length}
                  labels={{
                    up: t('up', { number: index + 1 }),
                    down: t('down', { number: index + 1 }),
                    remove: t('remove', { number: index + 1 }),
                  }}
                  onMove={(move) => form.reorderListItem('rules', move)}
                  onRemove={() => form.removeListItem('rules', index)}
                />
              </Group>
            </Fieldset>
          ))}
          {rules.length < MOST && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              style={{ alignSelf: 'start' }}
              onClick={() =>
                form.insertListItem('rules', {
                  key: 1 + Math.max(-1, ...rules.map(({ key }) => key)),
                  queueId: '',
                  kind: '',
                  mode: 'ALWAYS',
                  retentionDays: null,
                })
              }
            >
              {t('add')}
            </Button>
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('announcement')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('announcementHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Textarea label={t('inEnglish')} rows={2} maxLength={500} {...form.getInputProps('en')} />
          <Textarea label={t('inGerman')} rows={2} maxLength={500} {...form.getInputProps('de')} />
        </SimpleGrid>
      </Fieldset>
      <Radio.Group label={t('consent')} {...form.getInputProps('consent')}>
        <Stack gap="xs" mt="xs">
          <Radio value="ANNOUNCE" label={t('consents.ANNOUNCE')} />
          <Radio value="ASK" label={t('consents.ASK')} />
        </Stack>
      </Radio.Group>
      <WholeNumber
        label={t('retentionDays')}
        required
        min={1}
        max={LONGEST}
        suffix={t('days')}
        w={260}
        {...form.getInputProps('retentionDays')}
      />
      <Switch label={t('agentsMayListen')} {...form.getInputProps('agentsMayListen', { type: 'checkbox' })} />
    </EditForm>
  );
}

function ruleOf({ queueId, kind, mode, retentionDays }: Line): RecordingRule {
  return {
    mode,
    ...(queueId && { queueId: Number(queueId) }),
    ...(kind && { kind: kind as CallKind }),
    ...(retentionDays !== null && mode !== 'NEVER' && { retentionDays }),
  };
}
