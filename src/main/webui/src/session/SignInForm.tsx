import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { messageOf } from '../app/problems';
import { startSession } from './startSession';

interface Props {
  organisation: string | undefined;
  /** Whether they say in which organisation they are. */
  chooses?: boolean;
  /** What they are told until something else is wrong. */
  notice?: ReactNode;
  onSignedIn: () => Promise<void>;
}

/** Asks for a code only of those who have a second factor. */
export function SignInForm({ organisation, chooses = false, notice, onSignedIn }: Props) {
  const { t } = useTranslation('session');
  const [codeNeeded, setCodeNeeded] = useState(false);
  const form = useForm({
    initialValues: { organisation: organisation ?? '', username: '', password: '', code: '' },
  });
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) =>
      startSession({ ...values, organisation: chooses ? values.organisation : organisation }),
    onSuccess: onSignedIn,
    onError: (problem) => {
      if (isOfCode(problem)) {
        setCodeNeeded(true);
      }
    },
  });
  const problem = signIn.error;
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        {!problem && notice}
        {problem && !isOfCode(problem) && (
          <Alert color="red" role="alert">
            {problem instanceof Problem && problem.status === 401 ? t('wrong') : messageOf(problem)}
          </Alert>
        )}
        <TextInput
          label={t('username')}
          autoComplete="username"
          size="md"
          required
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          size="md"
          required
          {...form.getInputProps('password')}
        />
        {codeNeeded && (
          <TextInput
            label={t('code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            size="md"
            autoFocus
            {...form.getInputProps('code')}
          />
        )}
        {chooses && <TextInput label={t('organisation')} size="md" {...form.getInputProps('organisation')} />}
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}

function isOfCode(problem: Error): boolean {
  return problem instanceof Problem && problem.type === 'second-factor-required';
}
