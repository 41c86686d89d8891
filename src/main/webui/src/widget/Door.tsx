import { Alert, Anchor, Button, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data, isEmbedded } from '../api/client';
import { meQuery, signInOptionsQuery } from '../app/session';
import { SignInForm } from '../session/SignInForm';
import { SignUpForm } from '../session/SignUpForm';
import { ErrorAlert } from '../ui/ErrorAlert';

interface Props {
  organisation?: string;
  hasEnded: boolean;
}

/** Lets somebody talk without an account. */
function Visit({ organisation, onEntered }: { organisation?: string; onEntered: () => Promise<void> }) {
  const { t } = useTranslation('widget');
  const visit = useMutation({
    mutationFn: (name: string) =>
      data(
        api.POST('/api/v1/auth/visitors', {
          body: { ...(organisation && { organisation }), ...(name && { name }), embedded: isEmbedded() },
        }),
      ),
    onSuccess: onEntered,
    onError: () => {},
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        visit.mutate(String(new FormData(event.currentTarget).get('name') ?? '').trim());
      }}
    >
      <Stack gap="xs">
        {visit.error && <ErrorAlert problem={visit.error} />}
        <TextInput name="name" size="md" label={t('visitorName')} maxLength={200} autoComplete="name" />
        <Button type="submit" size="md" fullWidth loading={visit.isPending} data-testid="visit">
          {t('visit')}
        </Button>
        <Divider label={t('orSignIn')} />
      </Stack>
    </form>
  );
}

/** Where a customer signs in, or makes an account, without leaving the shop's page. */
export function Door({ organisation, hasEnded }: Props) {
  const { t } = useTranslation('widget');
  const { t: session } = useTranslation('session');
  const [isNew, setNew] = useState(false);
  const options = useQuery(signInOptionsQuery(organisation));
  const client = useQueryClient();
  const enter = async () => {
    await client.fetchQuery({ ...meQuery, staleTime: 0 });
  };
  const enterToTalk = () => {
    window.location.hash = 'chat';
    return enter();
  };
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
      {options.data?.visitors && !isNew && <Visit organisation={organisation} onEntered={enterToTalk} />}
      {options.data?.password !== false &&
        (isNew ? (
          <SignUpForm organisation={organisation} />
        ) : (
          <SignInForm organisation={organisation} onSignedIn={enter} />
        ))}
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
