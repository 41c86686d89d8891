import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { fieldErrors, messageOf } from '../app/problems';

interface Props {
  label: string;
  button: string;
  /** What is said once it is set, where whoever sets it stays here. */
  done?: string;
  set: (password: string) => Promise<unknown>;
}

/** Where the link of a mail leads. */
export function NewPasswordForm({ label, button, done, set }: Props) {
  const { t } = useTranslation('session');
  const form = useForm({ initialValues: { password: '' } });
  const setting = useMutation({
    mutationFn: ({ password }: typeof form.values) => set(password),
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => setting.mutate(values))}>
      <Stack>
        {setting.isSuccess && done && (
          <Alert color="teal" role="status">
            {done}
          </Alert>
        )}
        {setting.error && !form.errors.password && (
          <Alert color="red" role="alert">
            {setting.error instanceof Problem && setting.error.status === 410
              ? t('linkUsed')
              : messageOf(setting.error)}
          </Alert>
        )}
        <PasswordInput
          label={label}
          description={t('passwordHint')}
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={setting.isPending} disabled={setting.isSuccess} fullWidth>
          {button}
        </Button>
      </Stack>
    </form>
  );
}
