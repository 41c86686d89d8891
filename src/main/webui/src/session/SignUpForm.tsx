import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { fieldErrors, messageOf } from '../app/problems';

/** A customer says who they are; the mail that they get leads to their password. */
export function SignUpForm({ organisation }: { organisation: string | undefined }) {
  const { t } = useTranslation('session');
  const form = useForm({ initialValues: { name: '', email: '' } });
  const signUp = useMutation({
    mutationFn: (values: typeof form.values) =>
      data(api.POST('/api/v1/auth/sign-up', { body: { ...(organisation && { organisation }), ...values } })),
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
      <Stack>
        {signUp.isSuccess && (
          <Alert color="teal" role="status">
            {t('signUpHint')}
          </Alert>
        )}
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
        <Button type="submit" size="md" loading={signUp.isPending} fullWidth>
          {t('signUp')}
        </Button>
      </Stack>
    </form>
  );
}
