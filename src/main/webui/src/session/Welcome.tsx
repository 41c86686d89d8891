import { Anchor, Stack, Text } from '@mantine/core';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { Doorway } from './Doorway';
import { NewPasswordForm } from './NewPasswordForm';
import { startSession } from './startSession';
import { useEntrance } from './useEntrance';

const route = getRouteApi('/welcome');

/** Where the link leads that shows that an address is theirs who signed up: they choose a password, and are in. */
export function Welcome() {
  const { t } = useTranslation('session');
  const { organisation } = route.useSearch();
  const token = useLocation().hash;
  const enter = useEntrance();
  return (
    <Doorway title={t('newAccount')}>
      <Stack>
        <Text size="sm">{t('newAccountHint')}</Text>
        <NewPasswordForm
          label={t('password')}
          button={t('makeAccount')}
          set={async (password) => {
            const { email } = await data(
              api.POST('/api/v1/auth/sign-up/confirm', { body: { token, password } }),
            );
            await startSession({ organisation, username: email ?? '', password });
            await enter();
          }}
        />
        <Anchor component={Link} to="/sign-in" search size="sm" ta="center">
          {t('alreadyHere')} {t('signIn')}
        </Anchor>
      </Stack>
    </Doorway>
  );
}
