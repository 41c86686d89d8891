import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { fieldErrors, messageOf } from '../app/problems';
import { startSession } from './startSession';

/** A customer makes an account, and is signed in with it. */
export function SignUpForm({
  organisation,
  onSignedIn,
}: {
  organisation: string | undefined;
  onSignedIn: () => Promise<void>;
}) {
  const { t } = useTranslation('session');
  const form = useForm({ initialValues: { name: '', email: '', password: '' } });
  const signUp = useMutation({
    mutationFn: async ({ name, email, password }: typeof form.values) => {
      const signIn = { username: email, password };
      await data(
        api.POST('/api/v1/auth/sign-up', {
          body: { ...(organisation && { organisation }), name, email, signIn },
        }),
      );
      await startSession({ organisation, ...signIn });
    },
    onSuccess: onSignedIn,
    onError: (problem) => {
      const { 'signIn.password': password, 'signIn.username': email, ...others } = fieldErrors(problem);
      form.setErrors({ ...others, ...(password && { password }), ...(email && { email }) });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
      <Stack>
        {signUp.error && Object.keys(form.errors).length === 0 && (
          <Alert color="red" role="alert">
            {messageOf(signUp.error)}
          </Alert>
        )}
        <TextInput label={t('name')} autoComplete="name" size="md" required {...form.getInputProps('name')} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="email"
          size="md"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          autoComplete="new-password"
          size="md"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signUp.isPending} fullWidth>
          {t('signUp')}
        </Button>
      </Stack>
    </form>
  );
}
