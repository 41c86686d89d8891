import { Alert, Anchor, Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, Problem } from '../api/client';
import { Doorway } from './Doorway';
import { meQuery } from './session';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { t } = useTranslation('session');
  const search = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [codeNeeded, setCodeNeeded] = useState(false);
  const form = useForm({
    initialValues: { organisation: search.organisation ?? '', username: '', password: '', code: '' },
  });
  const options = useQuery({
    queryKey: ['sign-in-options', search.organisation],
    queryFn: () =>
      data(
        api.GET('/api/v1/auth/options', {
          params: { query: search.organisation ? { organisation: search.organisation } : {} },
        }),
      ),
    retry: false,
  });
  const signIn = useMutation({
    mutationFn: ({ organisation, code, ...rest }: typeof form.values) =>
      data(
        api.POST('/api/v1/auth/session', {
          body: { ...rest, ...(organisation && { organisation }), ...(code && { code }) },
        }),
      ),
    onSuccess: async () => {
      client.clear();
      await client.fetchQuery(meQuery);
      await navigate({ href: search.return ?? '/', replace: true });
    },
    onError: (problem) => {
      if (problem instanceof Problem && problem.type === 'second-factor-required') {
        setCodeNeeded(true);
      }
    },
  });
  const problem = signIn.error;
  const needsCode = problem instanceof Problem && problem.type === 'second-factor-required';
  return (
    <Doorway title={t('welcome')}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack>
          {search.problem && !problem && (
            <Alert color="orange" role="status">
              {search.problem === 'session-ended' ? t('ended') : t('ssoFailed', { problem: search.problem })}
            </Alert>
          )}
          {problem && !needsCode && (
            <Alert color="red" role="alert">
              {problem instanceof Problem && problem.status === 401 ? t('wrong') : problem.message}
            </Alert>
          )}
          <TextInput
            label={t('username')}
            autoComplete="username"
            required
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          {codeNeeded && (
            <TextInput
              label={t('code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              autoFocus
              {...form.getInputProps('code')}
            />
          )}
          {(search.organisation !== undefined || options.isError) && (
            <TextInput label={t('organisation')} {...form.getInputProps('organisation')} />
          )}
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {t('signIn')}
          </Button>
          {options.data?.singleSignOn && (
            <>
              <Divider />
              <Button component="a" href={options.data.singleSignOn} variant="default" fullWidth>
                {t('withSso')}
              </Button>
            </>
          )}
          <Group justify="space-between">
            <Anchor component={Link} to="/forgotten-password" size="sm">
              {t('forgotten')}
            </Anchor>
            {options.data?.signUp && (
              <Anchor component={Link} to="/sign-up" size="sm">
                {t('signUp')}
              </Anchor>
            )}
          </Group>
        </Stack>
      </form>
    </Doorway>
  );
}
