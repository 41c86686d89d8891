import { ActionIcon, Alert, Anchor, Group, UnstyledButton } from '@mantine/core';
import { IconPlugConnectedX, IconUserCircle } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeedState, useLiveQueries } from '../feed/useFeed';
import { NewVersionButton } from '../parts/NewVersion';
import { lazyPart, usePrefetch } from '../parts/parts';
import { areasOf } from './areas';
import { Logo } from './Logo';
import { LinkedCase, SignIn } from './pages';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { useMe } from './session';

const AccountMenu = lazyPart(() => import('./AccountMenu'));

/** What surrounds every page of somebody who is signed in. */
export function Shell() {
  const { roles } = useMe();
  useLiveQueries(!roles.includes('operator'));
  const { t } = useTranslation('common');
  const lost = useFeedState() === 'lost';
  const mine = areasOf(roles);
  // And where everybody gets to when their session has ended, or a link in a mail leads.
  usePrefetch([AccountMenu, ...mine.map(({ page }) => page), SignIn, LinkedCase]);
  return (
    <>
      <Anchor href="#content" className={classes.skip}>
        {t('skip')}
      </Anchor>
      <header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <UnstyledButton component={Link} to="/" aria-label={`Patchbay: ${t('home')}`}>
            <Logo />
          </UnstyledButton>
          <Group gap="xs" wrap="nowrap">
            <NewVersionButton />
            <div id="header-extra" className={classes.extra} />
            <Account />
          </Group>
        </Group>
      </header>
      <div className={classes.body}>
        {mine.length > 1 && <Rail areas={mine} />}
        <main id="content" tabIndex={-1} className={classes.main}>
          {lost && (
            <Alert color="orange" icon={<IconPlugConnectedX size={18} />} mb="md" role="status">
              {t('offline')}
            </Alert>
          )}
          <Outlet />
        </main>
      </div>
    </>
  );
}

function Account() {
  const { t } = useTranslation('common');
  const [button, setButton] = useState<HTMLElement>();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        radius="xl"
        size="lg"
        aria-label={t('account')}
        aria-haspopup="menu"
        aria-expanded={button !== undefined}
        onClick={({ currentTarget }) => setButton(currentTarget)}
      >
        <IconUserCircle size={28} stroke={1.5} aria-hidden />
      </ActionIcon>
      {button && (
        <Suspense fallback={null}>
          <AccountMenu button={button} onClose={() => setButton(undefined)} />
        </Suspense>
      )}
    </>
  );
}
