import { Alert, Anchor, Button, Divider, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signInOptionsQuery } from '../app/session';
import { Doorway } from './Doorway';
import { SignInForm } from './SignInForm';
import { useEntrance } from './useEntrance';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { t } = useTranslation('session');
  const search = route.useSearch();
  const options = useQuery(signInOptionsQuery(search.organisation));
  return (
    <Doorway title={t('welcome')}>
      <Stack>
        <SignInForm
          organisation={search.organisation}
          chooses={search.organisation !== undefined || options.isError}
          notice={
            search.problem && (
              <Alert color="orange" role="status">
                {search.problem === 'session-ended'
                  ? t('ended')
                  : search.problem === 'claim-missing'
                    ? t('claimMissing')
                    : t('ssoFailed', { problem: search.problem })}
              </Alert>
            )
          }
          onSignedIn={useEntrance(search.return)}
        />
        {options.data?.singleSignOn && (
          <>
            <Divider />
            <Button component="a" href={options.data.singleSignOn} variant="default" size="md" fullWidth>
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
    </Doorway>
  );
}
