import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../../api/client';
import { keys } from '../../api/keys';
import type { IdentityProviderView } from '../../api/schema';
import { useMe } from '../../app/session';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { EditForm } from '../../ui/EditForm';
import { EmptyState } from '../../ui/EmptyState';
import { QueryContent } from '../../ui/QueryContent';
import { RefusalAlert } from '../../ui/RefusalAlert';
import { putErrors } from '../../ui/serverErrors';
import tables from '../../ui/tables.module.css';
import { useEditForm } from '../../ui/useEditForm';
import { SectionPage } from '../core/SectionPage';
import { SignOnFields } from './SignOnFields';
import { fresh, settingsOf, type Values, valuesOf } from './signOn';
import './words';

export function SingleSignOn() {
  const { t } = useTranslation('admin-access');
  const { organisationId: id } = useMe();
  const [begun, setBegun] = useState(false);
  const client = useQueryClient();
  const queryKey = keys.signOn(id);
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
          <ConfirmButton
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
      <QueryContent query={settings}>
        {(view) =>
          view ? (
            <Change key={id} organisation={id} view={view} />
          ) : begun ? (
            <SetUp organisation={id} />
          ) : (
            <div className={tables.card}>
              <EmptyState title={t('noSso')} hint={t('noSsoHint')}>
                <Button onClick={() => setBegun(true)}>{t('setUp')}</Button>
              </EmptyState>
            </div>
          )
        }
      </QueryContent>
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
  const editing = useEditForm<IdentityProviderView, Values>({
    queryKey: keys.signOn(organisation),
    stored: view,
    values: valuesOf,
    save: (values, ifMatch) => put(organisation, values, ifMatch),
    changes: keys.signOn(organisation),
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
      client.setQueryData(keys.signOn(organisation), view);
      notifications.show({ message: t('ui:saved') });
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
        {refusals.length > 0 && <RefusalAlert refusals={refusals} />}
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
