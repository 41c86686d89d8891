import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { Doorway } from './Doorway';

const route = getRouteApi('/forgotten-password');

export function ForgottenPassword() {
  const { t } = useTranslation('session');
  const search = route.useSearch();
  const form = useForm({ initialValues: { email: '' } });
  const send = useMutation({
    mutationFn: ({ email }: typeof form.values) =>
      data(
        api.POST('/api/v1/auth/forgot-password', {
          body: { email, ...(search.organisation && { organisation: search.organisation }) },
        }),
      ),
  });
  return (
    <Doorway title={t('forgottenTitle')}>
      <form onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Stack>
          {send.isSuccess && (
            <Alert color="teal" role="status">
              {t('forgottenHint')}
            </Alert>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            required
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={send.isPending} fullWidth>
            {t('send')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {t('signIn')}
          </Anchor>
        </Stack>
      </form>
    </Doorway>
  );
}
