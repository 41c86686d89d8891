import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './words';

interface SignInForm {
  getInputProps: (path: 'signIn.username' | 'signIn.password') => object;
}

/** The first user name and password of somebody. */
export function SignInFields({ form }: { form: SignInForm }) {
  const { t } = useTranslation('admin-accounts');
  return (
    <Stack>
      <TextInput
        label={t('username')}
        description={t('usernameHint')}
        required
        autoComplete="off"
        {...form.getInputProps('signIn.username')}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHint')}
        required
        autoComplete="new-password"
        {...form.getInputProps('signIn.password')}
      />
    </Stack>
  );
}
