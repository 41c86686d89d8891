import { Anchor, Stack } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { Doorway } from './Doorway';
import { NewPasswordForm } from './NewPasswordForm';

/** Where the link of an invitation or of a forgotten password leads; its token comes where no server logs it. */
export function SetPassword() {
  const { t } = useTranslation('session');
  const token = useLocation().hash;
  return (
    <Doorway title={t('newPassword')}>
      <Stack>
        <NewPasswordForm
          label={t('newPassword')}
          button={t('setPassword')}
          done={t('passwordSet')}
          set={(password) => data(api.POST('/api/v1/auth/password', { body: { token, password } }))}
        />
        <Anchor component={Link} to="/sign-in" search size="sm" ta="center">
          {t('signIn')}
        </Anchor>
      </Stack>
    </Doorway>
  );
}
