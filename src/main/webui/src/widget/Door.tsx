import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, signInOptionsQuery } from '../app/session';
import { SignInForm } from '../session/SignInForm';
import { SignUpForm } from '../session/SignUpForm';

interface Props {
  organisation?: string;
  hasEnded: boolean;
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
