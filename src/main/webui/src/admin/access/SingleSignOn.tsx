import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../../api/client';
import type { IdentityProviderView } from '../../api/schema';
import { useMe } from '../../session/session';
import { AskButton } from '../core/Ask';
import classes from '../core/core.module.css';
import { EditForm, Refusals, useEditing } from '../core/editing';
import { putErrors } from '../core/errors';
import { Bones, Failed } from '../core/List';
import { SectionPage } from '../core/Page';
import { SignOnFields } from './SignOnFields';
import { fresh, settingsOf, type Values, valuesOf } from './signOn';
import './words';

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

function Change({ organisation, view }: { organisation: number; view: IdentityProviderView }) {
  const { t } = useTranslation('admin-access');
  const editing = useEditing<IdentityProviderView, Values>({
    queryKey: ['sign-on', 'admin', organisation],
    thing: view,
    values: valuesOf,
    save: (values, ifMatch) => put(organisation, values, ifMatch),
    changes: ['sign-on'],
  });
  return (
    <EditForm editing={editing} label={t('provider')} fieldWords={(field) => t(field)}>
      <SignOnFields form={editing.form} stored />
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
        <SignOnFields form={form} stored={false} />
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
