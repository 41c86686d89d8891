import {
  Button,
  Checkbox,
  Code,
  Fieldset,
  Group,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye, IconSend } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { MailKind, MailSettingsView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { languages } from '../../app/words';
import { EditForm } from '../../ui/EditForm';
import { QueryContent } from '../../ui/QueryContent';
import { RefusalAlert } from '../../ui/RefusalAlert';
import { useEditForm } from '../../ui/useEditForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { SectionPage } from '../core/SectionPage';
import './words';

const mailsQuery = queryOptions({
  queryKey: keys.mails,
  queryFn: () => data(api.GET('/api/v1/mail-settings')),
});

type Template = Omit<MailSettingsView['templates'][number], 'custom'>;

/** What customers are told by mail about their cases, and in which words. */
export function Mails() {
  const mails = useQuery(mailsQuery);
  return (
    <SectionPage section="mails">
      <QueryContent query={mails}>{(settings) => <Edit settings={settings} />}</QueryContent>
    </SectionPage>
  );
}

function Edit({ settings }: { settings: MailSettingsView }) {
  const { t } = useTranslation(['admin-mails', 'admin']);
  const editing = useEditForm({
    queryKey: mailsQuery.queryKey,
    stored: settings,
    values: (now) => ({
      active: now.active,
      kinds: now.kinds as string[],
      senderName: now.senderName ?? '',
      replyTo: now.replyTo ?? '',
      unreadAfterMinutes: now.unreadAfterMinutes as number | null,
      unreadEveryMinutes: now.unreadEveryMinutes as number | null,
      language: now.language,
      templates: now.templates.map(({ custom, ...template }) => template),
    }),
    save: (values, ifMatch) =>
      data(
        api.PUT('/api/v1/mail-settings', {
          params: { header: { 'If-Match': ifMatch } },
          body: {
            ...values,
            kinds: values.kinds as MailKind[],
            unreadAfterMinutes: values.unreadAfterMinutes ?? 0,
            unreadEveryMinutes: values.unreadEveryMinutes ?? 0,
          },
        }),
      ),
    changes: keys.mails,
  });
  const { form } = editing;
  const kinds = [...new Set(settings.templates.map(({ kind }) => kind))];
  return (
    <EditForm
      editing={editing}
      label={t('admin:section.mails.title')}
      fieldWords={(field) => t(field as 'active')}
    >
      <Paper withBorder p="md">
        <Stack>
          <Switch
            label={t('active')}
            description={t('activeHint')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
          <Checkbox.Group label={t('kinds')} {...form.getInputProps('kinds')}>
            <Stack gap="xs" mt="xs">
              {kinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} description={t(`when.${kind}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group align="start" grow preventGrowOverflow={false}>
            <TextInput
              label={t('senderName')}
              description={t('senderNameHint')}
              maxLength={100}
              {...form.getInputProps('senderName')}
            />
            <TextInput
              label={t('replyTo')}
              description={t('replyToHint')}
              type="email"
              maxLength={254}
              {...form.getInputProps('replyTo')}
            />
          </Group>
          <Select
            label={t('language')}
            allowDeselect={false}
            w={420}
            maw="100%"
            data={languageChoices(settings)}
            {...form.getInputProps('language')}
          />
          <WholeNumber
            label={t('unreadAfterMinutes')}
            min={1}
            max={1440}
            suffix={t('minutes')}
            w={420}
            {...form.getInputProps('unreadAfterMinutes')}
          />
          <WholeNumber
            label={t('unreadEveryMinutes')}
            min={1}
            max={1440}
            suffix={t('minutes')}
            w={420}
            {...form.getInputProps('unreadEveryMinutes')}
          />
        </Stack>
      </Paper>
      <Templates
        settings={settings}
        kinds={kinds}
        templates={form.values.templates}
        onChange={(templates) => form.setFieldValue('templates', templates)}
      />
    </EditForm>
  );
}

function languageChoices({ templates }: MailSettingsView) {
  return [...new Set(templates.map(({ language }) => language))].map((value) => ({
    value,
    label: languages[value.toLowerCase() as keyof typeof languages] ?? value,
  }));
}

const PLACEHOLDERS = [
  'customer.name',
  'ticket.id',
  'order.number',
  'agent.name',
  'shop.name',
  'text',
  'link',
] as const;

/** The words of one occasion and language at a time, with what a customer would see of them. */
function Templates({
  settings,
  kinds,
  templates,
  onChange,
}: {
  settings: MailSettingsView;
  kinds: MailKind[];
  templates: Template[];
  onChange: (templates: Template[]) => void;
}) {
  const { t } = useTranslation('admin-mails');
  const [kind, setKind] = useState<MailKind>(kinds[0] as MailKind);
  const [language, setLanguage] = useState(settings.language);
  const template = templates.find((each) => each.kind === kind && each.language === language);
  const preview = useMutation({
    mutationFn: (body: Template) => data(api.POST('/api/v1/mail-settings/preview', { body })),
  });
  const test = useMutation({
    mutationFn: (body: Template) => data(api.POST('/api/v1/mail-settings/test', { body })),
    onSuccess: () => notifications.show({ message: t('testSent'), color: 'teal' }),
  });
  const failed = preview.error ?? test.error;
  if (!template) {
    return null;
  }
  const change = (changed: Partial<Template>) => {
    preview.reset();
    onChange(templates.map((each) => (each === template ? { ...each, ...changed } : each)));
  };
  return (
    <Fieldset legend={t('templates')}>
      <Stack>
        <Group align="end">
          <Select
            label={t('occasion')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => {
              preview.reset();
              setKind(value as MailKind);
            }}
          />
          <Select
            label={t('templateLanguage')}
            allowDeselect={false}
            data={languageChoices(settings)}
            value={language}
            onChange={(value) => {
              preview.reset();
              setLanguage(value as typeof language);
            }}
          />
        </Group>
        <TextInput
          label={t('subject')}
          description={t('subjectHint')}
          maxLength={200}
          value={template.subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <Textarea
          label={t('text')}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={4000}
          value={template.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Text size="sm" c="dimmed">
          {t('placeholders')}{' '}
          {PLACEHOLDERS.map((name) => (
            <Code key={name} mr={4}>{`{${name}}`}</Code>
          ))}
        </Text>
        {failed && <RefusalAlert refusals={[messageOf(failed)]} />}
        <Group>
          <Button
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            loading={preview.isPending}
            onClick={() => preview.mutate(template)}
          >
            {t('preview')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconSend size={18} aria-hidden />}
            loading={test.isPending}
            onClick={() => test.mutate(template)}
          >
            {t('test')}
          </Button>
        </Group>
        {preview.data && (
          <Paper withBorder p="md" role="status" aria-label={t('preview')}>
            <Title order={3} size="h5" mb="sm">
              {preview.data.subject}
            </Title>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} dir="auto">
              {preview.data.text}
            </Text>
          </Paper>
        )}
      </Stack>
    </Fieldset>
  );
}
