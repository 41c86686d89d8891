import { Alert, Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { fieldErrors } from '../app/problems';
import { Doorway } from './Doorway';
import { meQuery } from './session';

const route = getRouteApi('/sign-up');

/** A customer makes an account, and is signed in with it. */
export function SignUp() {
  const { t } = useTranslation('session');
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useForm({ initialValues: { name: '', email: '', password: '' } });
  const signUp = useMutation({
    mutationFn: async ({ name, email, password }: typeof form.values) => {
      const organisation = search.organisation && { organisation: search.organisation };
      const signIn = { username: email, password };
      await data(api.POST('/api/v1/auth/sign-up', { body: { ...organisation, name, email, signIn } }));
      await data(api.POST('/api/v1/auth/session', { body: { ...organisation, ...signIn } }));
    },
    onSuccess: async () => {
      client.clear();
      await client.fetchQuery(meQuery);
      await navigate({ href: search.return ?? '/', replace: true });
    },
    onError: (problem) => {
      const { 'signIn.password': password, 'signIn.username': email, ...others } = fieldErrors(problem);
      form.setErrors({ ...others, ...(password && { password }), ...(email && { email }) });
    },
  });
  return (
    <Doorway title={t('signUp')}>
      <form onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
        <Stack>
          {signUp.error && Object.keys(form.errors).length === 0 && (
            <Alert color="red" role="alert">
              {signUp.error.message}
            </Alert>
          )}
          <TextInput label={t('name')} autoComplete="name" required {...form.getInputProps('name')} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signUp.isPending} fullWidth>
            {t('signUp')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {t('alreadyHere')} {t('signIn')}
          </Anchor>
        </Stack>
      </form>
    </Doorway>
  );
}
