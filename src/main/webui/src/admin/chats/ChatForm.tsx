import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allOf } from '../../api/allOf';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { ChatFormView, FieldView, Phrase } from '../../api/schema';
import { MOST } from '../../tickets/queries';
import { EditForm } from '../../ui/EditForm';
import { LineButtons } from '../../ui/LineButtons';
import { QueryContent } from '../../ui/QueryContent';
import { useEditForm } from '../../ui/useEditForm';
import { SectionPage } from '../core/SectionPage';
import './words';

const MOST_QUESTIONS = 10;
const PERSONAL = ['NAME', 'EMAIL', 'PHONE'] as const;

const formQuery = queryOptions({
  queryKey: keys.chatForm,
  queryFn: () => data(api.GET('/api/v1/chat-form')),
});

const allFields = queryOptions({
  queryKey: keys.ticketFields.all,
  queryFn: () => allOf((query) => data(api.GET('/api/v1/ticket-fields', { params: { query } })), MOST),
});

/** How customers are greeted, and what they are asked before a chat. */
export function ChatForm() {
  const form = useQuery(formQuery);
  const fields = useQuery(allFields);
  return (
    <SectionPage section="chat-form">
      <QueryContent query={form}>
        {(stored) => (
          <Paper withBorder p="md">
            <Edit stored={stored} fields={fields.data?.filter(({ archived }) => !archived) ?? []} />
          </Paper>
        )}
      </QueryContent>
    </SectionPage>
  );
}

interface Line {
  /** Its own while the form is edited, wherever it is moved. */
  key: number;
  /** A personal fact, or the key of a field. */
  subject: string;
  en: string;
  de: string;
  required: boolean;
}

function Edit({ stored, fields }: { stored: ChatFormView; fields: FieldView[] }) {
  const { t } = useTranslation(['admin-chats', 'admin']);
  const editing = useEditForm({
    queryKey: formQuery.queryKey,
    stored,
    values: (now) => ({
      en: now.greeting?.en ?? '',
      de: now.greeting?.de ?? '',
      questions: now.questions.map(
        ({ asks, field, label, required }, key): Line => ({
          key,
          subject: field ? `field:${field}` : asks,
          en: label?.en ?? '',
          de: label?.de ?? '',
          required: required ?? false,
        }),
      ),
    }),
    save: ({ en, de, questions }, ifMatch) =>
      data(
        api.PUT('/api/v1/chat-form', {
          params: { header: { 'If-Match': ifMatch } },
          body: {
            ...phrase('greeting', en, de),
            questions: questions.map((line) => ({
              ...subjectOf(line.subject),
              ...phrase('label', line.en, line.de),
              required: line.required,
            })),
          },
        }),
      ),
    changes: keys.chatForm,
  });
  const { form } = editing;
  const { questions } = form.getValues();
  const subjects = [
    ...PERSONAL.map((value) => ({ value: value as string, label: t(`subject.${value}`) })),
    ...fields.map(({ key, label }) => ({ value: `field:${key}`, label: t('field', { label }) })),
  ];
  const free = subjects.filter(({ value }) => !questions.some(({ subject }) => subject === value));
  const [next] = free;
  return (
    <EditForm
      editing={editing}
      label={t('admin:section.chat-form.title')}
      fieldWords={(field) => (field === 'questions' ? t('questions') : t('greeting'))}
    >
      <Fieldset legend={t('greeting')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('greetingHint')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Textarea label={t('inEnglish')} rows={2} maxLength={500} {...form.getInputProps('en')} />
          <Textarea label={t('inGerman')} rows={2} maxLength={500} {...form.getInputProps('de')} />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t('questions')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('questionsHint')}
        </Text>
        <Stack>
          {questions.length === 0 && <Text size="sm">{t('none')}</Text>}
          {questions.map((line, index) => (
            <Fieldset key={line.key} legend={t('question', { number: index + 1 })}>
              <Group justify="space-between" align="end">
                <NativeSelect
                  label={t('asks')}
                  data={subjects.filter(
                    ({ value }) => value === line.subject || free.some((each) => each.value === value),
                  )}
                  {...form.getInputProps(`questions.${index}.subject`)}
                />
                <LineButtons
                  index={index}
                  count={questions.length}
                  labels={{
                    up: t('up', { number: index + 1 }),
                    down: t('down', { number: index + 1 }),
                    remove: t('remove', { number: index + 1 }),
                  }}
                  onMove={(move) => form.reorderListItem('questions', move)}
                  onRemove={() => form.removeListItem('questions', index)}
                />
              </Group>
              <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
                <TextInput
                  label={t('inEnglish')}
                  description={t('labelHint')}
                  maxLength={500}
                  {...form.getInputProps(`questions.${index}.en`)}
                />
                <TextInput
                  label={t('inGerman')}
                  description={t('labelHint')}
                  maxLength={500}
                  {...form.getInputProps(`questions.${index}.de`)}
                />
              </SimpleGrid>
              <Switch
                mt="sm"
                label={t('required')}
                {...form.getInputProps(`questions.${index}.required`, { type: 'checkbox' })}
              />
            </Fieldset>
          ))}
          {next && questions.length < MOST_QUESTIONS && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              style={{ alignSelf: 'start' }}
              onClick={() =>
                form.insertListItem('questions', {
                  key: 1 + Math.max(-1, ...questions.map(({ key }) => key)),
                  subject: next.value,
                  en: '',
                  de: '',
                  required: false,
                })
              }
            >
              {t('add')}
            </Button>
          )}
        </Stack>
      </Fieldset>
    </EditForm>
  );
}

function subjectOf(subject: string) {
  return subject.startsWith('field:')
    ? { asks: 'FIELD' as const, field: subject.slice('field:'.length) }
    : { asks: subject as (typeof PERSONAL)[number] };
}

function phrase<K extends string>(name: K, en: string, de: string): Partial<Record<K, Phrase>> {
  const said = { ...(en.trim() && { en: en.trim() }), ...(de.trim() && { de: de.trim() }) };
  return Object.keys(said).length > 0 ? ({ [name]: said } as Record<K, Phrase>) : {};
}
