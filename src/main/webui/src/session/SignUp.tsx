import { Anchor, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Doorway } from './Doorway';
import { SignUpForm } from './SignUpForm';

const route = getRouteApi('/sign-up');

export function SignUp() {
  const { t } = useTranslation('session');
  const search = route.useSearch();
  return (
    <Doorway title={t('signUp')}>
      <Stack>
        <SignUpForm organisation={search.organisation} />
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {t('alreadyHere')} {t('signIn')}
        </Anchor>
      </Stack>
    </Doorway>
  );
}
