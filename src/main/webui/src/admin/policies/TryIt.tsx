import {
  Alert,
  Badge,
  Button,
  Group,
  List,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import type { Channel, Priority, Trial } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { FieldInput } from '../../tickets/labels/FieldInput';
import { fieldsQuery, tagsQuery } from '../../tickets/labels/queries';
import { TagChoice } from '../../tickets/labels/TagChoice';
import { CustomerChoice } from '../../ui/CustomerChoice';
import { putErrors } from '../../ui/serverErrors';
import { GroupChoice } from '../core/choices';
import { Candidates } from './Candidates';
import { values as choices } from './cel';
import { useRuleWords } from './useRuleWords';
import './words';

interface Values extends Record<string, unknown> {
  channel: Channel;
  reason: string | null;
  priority: Priority | null;
  language: string;
  text: string;
  customerId: number | null;
  orderNumber: string;
  groupId: number | null;
  tagIds: number[];
  /** Values by key; null where there is none. */
  fields: Record<string, string | number | boolean | null>;
  /** By this clock, as the field has it. */
  now: string;
}

/** Of a ticket. */
const MOST_TAGS = 20;

function known<V>(facts: Record<string, V>): Record<string, NonNullable<V>> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      (fact): fact is [string, NonNullable<V>] => fact[1] != null && fact[1] !== '',
    ),
  );
}

/** What a version would do with a ticket. */
export function TryIt({ policyId, number, unsaved }: { policyId: number; number: number; unsaved: boolean }) {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const form = useForm<Values>({
    initialValues: {
      channel: 'RETURN_CASE',
      reason: null,
      priority: null,
      language: '',
      text: '',
      customerId: null,
      orderNumber: '',
      groupId: null,
      tagIds: [],
      fields: {},
      now: '',
    },
  });
  const tags = useQuery(tagsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const fields = useQuery(fieldsQuery).data?.filter(({ archived }) => !archived) ?? [];
  const run = useMutation({
    mutationFn: async ({ channel, now, tagIds, fields, ...rest }: Values) => {
      const given = known(rest);
      const trial = await data(
        api.POST('/api/v1/routing-policies/{id}/versions/{number}/test', {
          params: { path: { id: policyId, number } },
          body: {
            channel,
            ...given,
            // Conditions name them.
            tags: tags.filter(({ id }) => tagIds.includes(id)).map(({ name }) => name),
            fields: known(fields),
            ...(now && { now: new Date(now).toISOString() }),
          },
        }),
      );
      return { trial, channel };
    },
    onError: (problem) => void putErrors(problem, form),
  });
  const { getInputProps } = form;
  return (
    <Stack gap="md">
      <form aria-label={t('try')} onSubmit={form.onSubmit((values) => run.mutate(values))}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('tryHint')} {unsaved && t('tryUnsaved')}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
            <Select
              label={t('channel')}
              allowDeselect={false}
              data={(choices.channel ?? []).map((own) => ({ value: own, label: t(`admin:channel.${own}`) }))}
              {...getInputProps('channel')}
            />
            <Select
              label={t('reason')}
              clearable
              data={(choices.reason ?? []).map((own) => ({ value: own, label: t(`reasons.${own}`) }))}
              {...getInputProps('reason')}
            />
            <Select
              label={t('priority')}
              clearable
              data={(choices.priority ?? []).map((own) => ({
                value: own,
                label: t(`admin:priority.${own}`),
              }))}
              {...getInputProps('priority')}
            />
            <CustomerChoice
              label={t('customer')}
              placeholder={t('customerHint')}
              {...getInputProps('customerId')}
            />
            <TextInput
              label={t('order')}
              placeholder="A-1001"
              maxLength={64}
              {...getInputProps('orderNumber')}
            />
            <TextInput
              label={t('language')}
              placeholder={t('languageHint')}
              maxLength={35}
              {...getInputProps('language')}
            />
            <GroupChoice label={t('group')} clearable {...getInputProps('groupId')} />
            {tags.length > 0 && (
              <TagChoice
                label={t('labels:tags')}
                size="sm"
                maxValues={MOST_TAGS}
                value={form.values.tagIds}
                {...getInputProps('tagIds')}
              />
            )}
            {fields.map((field) => (
              <FieldInput
                key={field.key}
                field={field}
                label={field.label}
                size="sm"
                value={form.values.fields[field.key]}
                {...getInputProps(`fields.${field.key}`)}
              />
            ))}
            <TextInput
              type="datetime-local"
              label={t('when')}
              description={t('whenHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...getInputProps('now')}
            />
          </SimpleGrid>
          <Textarea label={t('text')} autosize minRows={2} maxLength={4000} {...getInputProps('text')} />
          <Group>
            <Button
              type="submit"
              loading={run.isPending}
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
            >
              {t('run')}
            </Button>
          </Group>
        </Stack>
      </form>
      <div aria-live="polite">
        {run.error && <Alert color="red">{messageOf(run.error)}</Alert>}
        {run.data && <Result {...run.data} />}
      </div>
    </Stack>
  );
}

const outcomes = {
  HELD: { color: 'teal.8', icon: IconCheck },
  NOT_HELD: { color: 'gray.7', icon: IconX },
  FAILED: { color: 'red.8', icon: IconX },
} as const;

function Result({ trial, channel }: { trial: Trial; channel: Channel }) {
  const { t } = useTranslation(['admin-policies', 'admin']);
  const words = useRuleWords();
  const chooses = trial.chooses ?? undefined;
  const queueId = chooses?.queueId ?? words.defaultQueue?.id;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('result')} data-testid="trial-result">
      <Stack gap="md">
        <Title order={3} size="h5">
          {trial.rule ? t('matched', { rule: trial.rule }) : t('matchedNone')}
        </Title>
        {trial.failure && (
          <Alert color="red" title={t('failed')}>
            {trial.failure}
          </Alert>
        )}
        {trial.asked.length > 0 && (
          <section aria-label={t('asked')}>
            <Title order={3} size="h6" mb={4}>
              {t('asked')}
            </Title>
            <List type="ordered" size="sm" spacing={4}>
              {trial.asked.map(({ rule, outcome, error }) => {
                const { color, icon: Icon } = outcomes[outcome];
                return (
                  <List.Item key={rule}>
                    <Group gap="xs">
                      {rule}
                      <Badge color={color} tt="none" size="sm" leftSection={<Icon size={10} aria-hidden />}>
                        {t(`outcome.${outcome}`)}
                      </Badge>
                      {error && (
                        <Text size="sm" c="var(--mantine-color-error)">
                          {error}
                        </Text>
                      )}
                    </Group>
                  </List.Item>
                );
              })}
            </List>
          </section>
        )}
        <section aria-label={t('chooses')}>
          <Title order={3} size="h6" mb={4}>
            {t('chooses')}
          </Title>
          <List size="sm" spacing={2}>
            <List.Item>
              {t('waitsIn', {
                queue: chooses?.queueId == null ? words.defaultQueue?.name : words.queue(chooses.queueId),
              })}
            </List.Item>
            {chooses?.priority && (
              <List.Item>{t('isPriority', { priority: words.priority(chooses) })}</List.Item>
            )}
            {chooses && (chooses.requiredSkills ?? []).length > 0 && (
              <List.Item>{t('requires', { skills: words.skills(chooses) })}</List.Item>
            )}
            {chooses?.requiredSkills?.flatMap(({ skillId, relax }) =>
              (relax ?? []).map(({ afterSeconds, level }) => (
                <List.Item key={`${skillId}-${afterSeconds}`}>
                  {t('relaxes', {
                    skill: words.skill(skillId),
                    time: words.duration(afterSeconds),
                    level: level == null ? t('noLonger') : t('levelN', { level }),
                  })}
                </List.Item>
              )),
            )}
            {chooses?.target && <List.Item>{t('forFirst', { who: words.target(chooses) })}</List.Item>}
          </List>
        </section>
        {queueId !== undefined && <Candidates queueId={queueId} chooses={chooses} channel={channel} />}
      </Stack>
    </Paper>
  );
}
