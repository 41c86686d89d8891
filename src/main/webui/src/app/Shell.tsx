import { ActionIcon, Alert, Anchor, Button, Group, UnstyledButton } from '@mantine/core';
import { IconPlugConnectedX, IconUserCircle } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeedState, useLiveQueries } from '../feed/useFeed';
import { NewVersionButton } from '../parts/NewVersion';
import { lazyPart, usePrefetch } from '../parts/parts';
import { areasOf, useMe } from '../session/session';
import { Logo } from './Logo';
import { pages, SignIn } from './pages';
import classes from './Shell.module.css';

const AccountMenu = lazyPart(() => import('./AccountMenu'));

/** What surrounds every page of somebody who is signed in. */
export function Shell() {
  useLiveQueries(!useMe().roles.includes('operator'));
  const { t } = useTranslation('common');
  const lost = useFeedState() === 'lost';
  // And where everybody gets to when their session has ended.
  usePrefetch([AccountMenu, ...areasOf(useMe().roles).map((area) => pages[area.path]), SignIn]);
  return (
    <>
      <Anchor href="#content" className={classes.skip}>
        {t('skip')}
      </Anchor>
      <header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="lg" wrap="nowrap">
            <UnstyledButton component={Link} to="/" aria-label={`Patchbay: ${t('home')}`}>
              <Logo />
            </UnstyledButton>
            <Areas />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <NewVersionButton />
            <div id="header-extra" className={classes.extra} />
            <Account />
          </Group>
        </Group>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {lost && (
          <Alert color="orange" icon={<IconPlugConnectedX size={18} />} mb="md" role="status">
            {t('offline')}
          </Alert>
        )}
        <Outlet />
      </main>
    </>
  );
}

function Areas() {
  const { t } = useTranslation('common');
  const mine = areasOf(useMe().roles);
  return mine.length < 2 ? null : (
    <Group component="nav" gap={4} wrap="nowrap" aria-label={t('menu')}>
      {mine.map((area) => (
        <Button
          key={area.path}
          component={Link}
          to={area.path}
          variant="subtle"
          color="gray"
          size="compact-sm"
          activeProps={{ 'aria-current': 'page', 'data-active': true }}
          className={classes.area}
        >
          {t(area.words)}
        </Button>
      ))}
    </Group>
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
