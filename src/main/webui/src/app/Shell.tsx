import {
  ActionIcon,
  Alert,
  Anchor,
  AppShell,
  Button,
  Group,
  Menu,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconPlugConnectedX,
  IconSun,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFeedState, useLiveQueries } from '../feed/useFeed';
import { NewVersionButton } from '../parts/NewVersion';
import { usePrefetch } from '../parts/parts';
import { areasOf, useMe } from '../session/session';
import { signOut } from '../session/signOut';
import { Logo } from './Logo';
import { pages, SignIn } from './pages';
import { germanTitles } from './problems';
import classes from './Shell.module.css';
import { type Language, languages, setLanguage } from './words';

/** What surrounds every page of somebody who is signed in. */
export function Shell() {
  useLiveQueries(!useMe().roles.includes('operator'));
  const { t } = useTranslation('common');
  const lost = useFeedState() === 'lost';
  // And where everybody gets to when their session has ended.
  usePrefetch([...areasOf(useMe().roles).map((area) => pages[area.path]), SignIn, germanTitles]);
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <Anchor href="#content" className={classes.skip}>
        {t('skip')}
      </Anchor>
      <AppShell.Header className={classes.header}>
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
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        {lost && (
          <Alert color="orange" icon={<IconPlugConnectedX size={18} />} mb="md" role="status">
            {t('offline')}
          </Alert>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
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

function AccountMenu() {
  const { t, i18n } = useTranslation('common');
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" radius="xl" size="lg" aria-label={t('account')}>
          <IconUserCircle size={28} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)">
            <bdi>{me.name}</bdi>
          </Text>
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/account">
          {t('account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('appearance')}</Menu.Label>
        {(
          [
            ['light', IconSun],
            ['dark', IconMoon],
            ['auto', IconDeviceDesktop],
          ] as const
        ).map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === scheme ? '✓' : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {Object.entries(languages).map(([code, name]) => (
          <Menu.Item
            key={code}
            lang={code}
            role="menuitemradio"
            aria-checked={i18n.language === code}
            rightSection={i18n.language === code ? '✓' : null}
            onClick={() => void setLanguage(code as Language)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={async () => {
            await signOut(client);
            await navigate({ to: '/sign-in' });
          }}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
