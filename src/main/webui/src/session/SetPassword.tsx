import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { fieldErrors, messageOf } from '../app/problems';
import { Doorway } from './Doorway';

/** Where the link of an invitation or of a forgotten password leads; its token comes where no server logs it. */
export function SetPassword() {
  const { t } = useTranslation('session');
  const token = useLocation().hash;
  const form = useForm({ initialValues: { password: '' } });
  const set = useMutation({
    mutationFn: ({ password }: typeof form.values) =>
      data(api.POST('/api/v1/auth/password', { body: { token, password } })),
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  return (
    <Doorway title={t('newPassword')}>
      <form onSubmit={form.onSubmit((values) => set.mutate(values))}>
        <Stack>
          {set.isSuccess && (
            <Alert color="teal" role="status">
              {t('passwordSet')}
            </Alert>
          )}
          {set.error && !form.errors.password && (
            <Alert color="red" role="alert">
              {set.error instanceof Problem && set.error.status === 410
                ? t('linkUsed')
                : messageOf(set.error)}
            </Alert>
          )}
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={set.isPending} disabled={set.isSuccess} fullWidth>
            {t('setPassword')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {t('signIn')}
          </Anchor>
        </Stack>
      </form>
    </Doorway>
  );
}
