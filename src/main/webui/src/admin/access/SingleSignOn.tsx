import {
  ActionIcon,
  Button,
  Group,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../../api/client';
import type { MappedRole, Sees, SignOnSettings, SignOnView } from '../../api/schema';
import { useMe } from '../../session/session';
import { SeesChoice } from '../agents/Memberships';
import { AskButton } from '../core/Ask';
import { Copied } from '../core/Copied';
import classes from '../core/core.module.css';
import { EditForm, Refusals, useEditing } from '../core/editing';
import { putErrors } from '../core/errors';
import { GroupChoice } from '../core/fields';
import { Bones, Failed } from '../core/List';
import { Part, SectionPage } from '../core/Page';
import './words';

/** Maps are lists of lines while they are edited, or a half-typed value would be a key. */
interface Values extends Record<string, unknown> {
  issuer: string;
  clientId: string;
  clientSecret: string;
  enabled: boolean;
  roleClaim: string;
  roleLines: { value: string; role: MappedRole }[];
  defaultRole: MappedRole | null;
  groupClaim: string;
  groupLines: { value: string; groupId: number | null; sees: Sees }[];
}

const fresh: SignOnView = {
  issuer: '',
  clientId: '',
  enabled: true,
  roles: {},
  groups: {},
  version: 0,
};

function valuesOf(view: SignOnView): Values {
  return {
    issuer: view.issuer,
    clientId: view.clientId,
    clientSecret: '',
    enabled: view.enabled,
    roleClaim: view.roleClaim ?? '',
    roleLines: Object.entries(view.roles).map(([value, role]) => ({ value, role: role as MappedRole })),
    defaultRole: view.defaultRole ?? null,
    groupClaim: view.groupClaim ?? '',
    groupLines: Object.entries(view.groups).map(([value, place]) => ({
      value,
      groupId: place.groupId ?? null,
      sees: place.sees,
    })),
  };
}

function settingsOf(values: Values): SignOnSettings {
  const { issuer, clientId, clientSecret, enabled, roleClaim, defaultRole, groupClaim } = values;
  return {
    issuer,
    clientId,
    enabled,
    roles: Object.fromEntries(
      values.roleLines.filter((line) => line.value).map((line) => [line.value, line.role]),
    ),
    groups: Object.fromEntries(
      values.groupLines
        .filter((line) => line.value && line.groupId !== null)
        .map((line) => [line.value, { groupId: line.groupId as number, sees: line.sees }]),
    ),
    ...(clientSecret && { clientSecret }),
    ...(roleClaim && { roleClaim }),
    ...(defaultRole && { defaultRole }),
    ...(groupClaim && { groupClaim }),
  };
}

export function SingleSignOn() {
  const { t } = useTranslation('admin-access');
  const { organisationId: id } = useMe();
  const [begun, setBegun] = useState(false);
  const client = useQueryClient();
  const queryKey = ['sign-on', 'admin', id];
  const settings = useQuery({
    queryKey,
    queryFn: async () => {
      try {
        return await data(api.GET('/api/v1/organisations/{id}/sign-in', { params: { path: { id } } }));
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) {
          return null;
        }
        throw problem;
      }
    },
  });
  return (
    <SectionPage
      section="sign-in"
      actions={
        settings.data && (
          <AskButton
            label={t('forget')}
            leftSection={<IconTrash size={16} aria-hidden />}
            title={t('forgetTitle')}
            text={t('forgetHint')}
            confirm={t('forget')}
            run={async () => {
              await data(
                api.DELETE('/api/v1/organisations/{id}/sign-in', {
                  params: { path: { id }, header: { 'If-Match': `"${settings.data?.version}"` } },
                }),
              );
              client.setQueryData(queryKey, null);
              setBegun(false);
            }}
          />
        )
      }
    >
      {settings.isPending ? (
        <Bones />
      ) : settings.isError ? (
        <Failed problem={settings.error} retry={() => settings.refetch()} />
      ) : settings.data ? (
        <Change key={id} organisation={id} view={settings.data} />
      ) : begun ? (
        <SetUp organisation={id} />
      ) : (
        <div className={classes.card}>
          <Stack align="center" p="xl" gap="sm" ta="center">
            <Title order={2} size="h4">
              {t('noSso')}
            </Title>
            <Text c="dimmed" maw={520}>
              {t('noSsoHint')}
            </Text>
            <Button onClick={() => setBegun(true)}>{t('setUp')}</Button>
          </Stack>
        </div>
      )}
    </SectionPage>
  );
}

const put = (id: number, values: Values, ifMatch?: string) =>
  data(
    api.PUT('/api/v1/organisations/{id}/sign-in', {
      params: { path: { id }, header: { ...(ifMatch && { 'If-Match': ifMatch }) } },
      body: settingsOf(values),
    }),
  );

function Change({ organisation, view }: { organisation: number; view: SignOnView }) {
  const { t } = useTranslation('admin-access');
  const editing = useEditing<SignOnView, Values>({
    queryKey: ['sign-on', 'admin', organisation],
    thing: view,
    values: valuesOf,
    save: (values, ifMatch) => put(organisation, values, ifMatch),
    changes: ['sign-on'],
  });
  return (
    <EditForm editing={editing} label={t('provider')} fieldWords={(field) => t(field)}>
      <Fields form={editing.form} stored />
    </EditForm>
  );
}

function SetUp({ organisation }: { organisation: number }) {
  const { t } = useTranslation(['admin-access', 'admin', 'common']);
  const client = useQueryClient();
  const [refusals, setRefusals] = useState<string[]>([]);
  const form = useForm<Values>({ initialValues: valuesOf(fresh) });
  const save = useMutation({
    mutationFn: (values: Values) => put(organisation, values),
    onSuccess: (view) => {
      client.setQueryData(['sign-on', 'admin', organisation], view);
      notifications.show({ message: t('admin:saved') });
    },
    onError: (problem) => setRefusals(putErrors(problem, form)),
  });
  return (
    <form
      noValidate
      aria-label={t('provider')}
      onSubmit={form.onSubmit((values) => {
        setRefusals([]);
        save.mutate(values);
      })}
    >
      <Stack>
        <Fields form={form} stored={false} />
        {refusals.length > 0 && <Refusals refusals={refusals} />}
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const roles: MappedRole[] = ['customer', 'agent', 'supervisor', 'admin'];

function Fields({ form, stored }: { form: ReturnType<typeof useForm<Values>>; stored: boolean }) {
  const { t } = useTranslation(['admin-access', 'admin']);
  const options = useQuery({
    queryKey: ['auth', 'options'],
    queryFn: () => data(api.GET('/api/v1/auth/options', { params: { query: {} } })),
  });
  const { getInputProps, values } = form;
  const choices = roles.map((role) => ({ value: role, label: t(`admin:role.${role}`) }));
  const slug = options.data?.organisation?.slug ?? '…';
  return (
    <>
      <Part title={t('provider')}>
        <Text size="sm" fw={500}>
          {t('redirect')}
        </Text>
        <Copied label={t('redirect')} text={`${window.location.origin}/api/v1/auth/sso/${slug}`} />
        <TextInput
          label={t('issuer')}
          description={t('issuerHint')}
          placeholder="https://login.example.org/realms/main"
          required
          maxLength={255}
          {...getInputProps('issuer')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('clientId')}
            required
            maxLength={190}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...getInputProps('clientId')}
          />
          <PasswordInput
            label={t('clientSecret')}
            description={stored && t('secretKept')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            required={!stored}
            maxLength={500}
            autoComplete="off"
            {...getInputProps('clientSecret')}
          />
        </SimpleGrid>
        <Switch label={t('enabled')} {...getInputProps('enabled', { type: 'checkbox' })} />
      </Part>
      <Part title={t('mapping')} text={t('mappingHint')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('roleClaim')}
            description={t('roleClaimHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={190}
            {...getInputProps('roleClaim')}
          />
          <Select
            label={t('defaultRole')}
            placeholder={t('refused')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            clearable
            data={choices}
            {...getInputProps('defaultRole')}
          />
        </SimpleGrid>
        <Lines
          title={t('roles')}
          error={form.errors.roles}
          onAdd={() => form.insertListItem('roleLines', { value: '', role: 'agent' })}
        >
          {values.roleLines.map((_, index) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by nothing else
              key={index}
              number={index + 1}
              onRemove={() => form.removeListItem('roleLines', index)}
            >
              <TextInput
                aria-label={`${t('value')}, ${t('line', { number: index + 1 })}`}
                placeholder={t('value')}
                {...getInputProps(`roleLines.${index}.value`)}
              />
              <Select
                aria-label={`${t('role')}, ${t('line', { number: index + 1 })}`}
                allowDeselect={false}
                data={choices}
                {...getInputProps(`roleLines.${index}.role`)}
              />
            </Line>
          ))}
        </Lines>
        <TextInput
          label={t('groupClaim')}
          description={t('groupClaimHint')}
          maxLength={190}
          maw={420}
          {...getInputProps('groupClaim')}
        />
        {values.groupClaim !== '' && (
          <Lines
            title={t('groups')}
            error={form.errors.groups}
            onAdd={() => form.insertListItem('groupLines', { value: '', groupId: null, sees: 'GROUP' })}
          >
            {values.groupLines.map((line, index) => (
              <Line
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by nothing else
                key={index}
                number={index + 1}
                onRemove={() => form.removeListItem('groupLines', index)}
              >
                <TextInput
                  aria-label={`${t('value')}, ${t('line', { number: index + 1 })}`}
                  placeholder={t('value')}
                  {...getInputProps(`groupLines.${index}.value`)}
                />
                <GroupChoice
                  aria-label={`${t('group')}, ${t('line', { number: index + 1 })}`}
                  placeholder={t('group')}
                  {...getInputProps(`groupLines.${index}.groupId`)}
                />
                <SeesChoice
                  label={`${t('sees')}, ${t('line', { number: index + 1 })}`}
                  value={line.sees}
                  onChange={(sees) => form.setFieldValue(`groupLines.${index}.sees`, sees)}
                />
              </Line>
            ))}
          </Lines>
        )}
      </Part>
    </>
  );
}

function Lines({
  title,
  error,
  onAdd,
  children,
}: {
  title: string;
  error?: React.ReactNode;
  onAdd: () => void;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('admin-access');
  return (
    <Stack gap="xs" role="group" aria-label={title}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {children}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Line({
  number,
  onRemove,
  children,
}: {
  number: number;
  onRemove: () => void;
  children: React.ReactNode;
}) {
  const { t } = useTranslation(['admin-access', 'admin']);
  return (
    <Group gap="xs">
      {children}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('admin:removeIt', { name: t('line', { number }) })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
