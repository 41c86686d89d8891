import { Alert, Anchor, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { fieldErrors } from '../app/problems';
import { meQuery } from '../session/session';

interface Props {
  organisation?: string;
}

/** Where a customer signs in, or makes an account, without leaving the shop's page. */
export function Door({ organisation, hasEnded }: Props & { hasEnded: boolean }) {
  const { t } = useTranslation('widget');
  const { t: session } = useTranslation('session');
  const [isNew, setNew] = useState(false);
  const options = useQuery({
    queryKey: ['sign-in-options', organisation],
    queryFn: () =>
      data(api.GET('/api/v1/auth/options', { params: { query: organisation ? { organisation } : {} } })),
    retry: false,
  });
  const elsewhere = organisation ? `?organisation=${encodeURIComponent(organisation)}` : '';
  return (
    <Stack maw={400} mx="auto">
      <div>
        <Title order={1} size="h3">
          {t('welcome')}
        </Title>
        <Text c="dimmed">{isNew ? t('signUpHint') : t('signInHint')}</Text>
      </div>
      {hasEnded && (
        <Alert color="orange" role="status">
          {session('ended')}
        </Alert>
      )}
      {options.data?.password !== false &&
        (isNew ? <SignUpForm organisation={organisation} /> : <SignInForm organisation={organisation} />)}
      {options.data?.singleSignOn && (
        <Stack gap={4}>
          <Text size="sm">{t('elsewhere')}</Text>
          <Anchor href={`/sign-in${elsewhere}`} target="_blank" rel="noreferrer">
            {t('newTab')}
          </Anchor>
        </Stack>
      )}
      <Group justify="space-between" mih={32}>
        {options.data?.signUp && (
          <Anchor component="button" type="button" size="sm" onClick={() => setNew(!isNew)}>
            {isNew ? session('signIn') : session('signUp')}
          </Anchor>
        )}
        {!isNew && (
          <Anchor href={`/forgotten-password${elsewhere}`} target="_blank" rel="noreferrer" size="sm">
            {session('forgotten')}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

function useSignIn(organisation?: string) {
  const client = useQueryClient();
  return async (signIn: { username: string; password: string; code?: string }) => {
    await data(
      api.POST('/api/v1/auth/session', {
        // The cookies of a frame on another site are others than those of our own pages.
        body: { ...signIn, ...(organisation && { organisation }), embedded: true },
      }),
    );
    await client.fetchQuery({ ...meQuery, staleTime: 0 });
  };
}

function SignInForm({ organisation }: Props) {
  const { t } = useTranslation('session');
  const start = useSignIn(organisation);
  const [isCodeNeeded, setCodeNeeded] = useState(false);
  const form = useForm({ initialValues: { username: '', password: '', code: '' } });
  const signIn = useMutation({
    mutationFn: ({ code, ...rest }: typeof form.values) => start({ ...rest, ...(code && { code }) }),
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
        {problem && !isOfCode(problem) && (
          <Alert color="red" role="alert">
            {problem instanceof Problem && problem.status === 401 ? t('wrong') : problem.message}
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
        {isCodeNeeded && (
          <TextInput
            label={t('code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            size="md"
            autoFocus
            {...form.getInputProps('code')}
          />
        )}
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

function SignUpForm({ organisation }: Props) {
  const { t } = useTranslation('session');
  const start = useSignIn(organisation);
  const form = useForm({ initialValues: { name: '', email: '', password: '' } });
  const signUp = useMutation({
    mutationFn: async ({ name, email, password }: typeof form.values) => {
      const signIn = { username: email, password };
      await data(
        api.POST('/api/v1/auth/sign-up', {
          body: { ...(organisation && { organisation }), name, email, signIn },
        }),
      );
      await start(signIn);
    },
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
            {signUp.error.message}
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
