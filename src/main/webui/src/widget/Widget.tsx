import { messageOf } from '../app/problems';
import '../portal/words';
import '../session/words';
import './words';
import {
  ActionIcon,
  Alert,
  Box,
  Button,
  Center,
  Group,
  Loader,
  Menu,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useDocumentTitle, useHash } from '@mantine/hooks';
import { IconDots, IconLogout, IconPlugConnectedX, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut, Problem } from '../api/client';
import { Logo } from '../app/Logo';
import { meQuery } from '../app/session';
import { signOut } from '../app/signOut';
import { feed } from '../feed/feed';
import { useFeedState, useLiveQueries } from '../feed/useFeed';
import { NewVersionButton } from '../parts/NewVersion';
import { CustomersPages } from '../portal/CustomersPages';
import { Home } from '../portal/Home';
import { BeginChat, Request } from '../portal/parts';
import type { Places } from '../portal/places';
import { findPageBy } from '../tickets/conversation';
import { Door } from './Door';
import { isFramed, pageOfShop, tell } from './shop';
import { useIdentity } from './useIdentity';
import { useNews } from './useNews';
import classes from './Widget.module.css';

findPageBy(pageOfShop);

const TALL = 640;

/** The portal in a frame on the page of a shop. */
export function Widget() {
  const { t } = useTranslation('widget');
  const client = useQueryClient();
  const [session, setSession] = useState({ number: 0, hasEnded: false });
  useDocumentTitle(t('title'));
  useEscape();
  useEffect(
    () =>
      onSignedOut(() => {
        // Who was not signed in is shown the door anyway.
        if (client.getQueryData(meQuery.queryKey)) {
          feed.stop();
          client.clear();
          setSession(({ number }) => ({ number: number + 1, hasEnded: true }));
        }
      }),
    [client],
  );
  const organisation = useMemo(
    () => new URLSearchParams(window.location.search).get('organisation') ?? undefined,
    [],
  );
  const isComing = useIdentity(organisation, () =>
    setSession(({ number }) => ({ number: number + 1, hasEnded: false })),
  );
  return (
    <Session
      key={session.number}
      organisation={organisation}
      isComing={isComing}
      hasEnded={session.hasEnded}
      onSignedOut={() => setSession(({ number }) => ({ number: number + 1, hasEnded: false }))}
    />
  );
}

interface SessionProps {
  organisation: string | undefined;
  /** Whether somebody is about to be signed in by the shop. */
  isComing: boolean;
  hasEnded: boolean;
  onSignedOut(): void;
}

function Session({ organisation, isComing, hasEnded, onSignedOut: out }: SessionProps) {
  const { t } = useTranslation('widget');
  const { t: common } = useTranslation('common');
  const me = useQuery(meQuery);
  if (me.data && !me.data.roles.includes('customer')) {
    return (
      <Frame onSignedOut={out} signedIn>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Text>{t('notHere', { name: me.data.name })}</Text>
      </Frame>
    );
  }
  if (me.data) {
    return (
      <Frame onSignedOut={out} signedIn tall>
        <Pages />
      </Frame>
    );
  }
  if (me.error && !(me.error instanceof Problem && me.error.status === 401)) {
    return (
      <Frame onSignedOut={out}>
        <Alert color="red" role="alert" title={t('closed')}>
          <Stack align="start" gap="xs">
            {messageOf(me.error)}
            <Button variant="default" onClick={() => me.refetch()}>
              {common('retry')}
            </Button>
          </Stack>
        </Alert>
      </Frame>
    );
  }
  return (
    <Frame onSignedOut={out}>
      {me.isPending || isComing ? (
        <Center h={240}>
          <Loader aria-label={common('loading')} />
        </Center>
      ) : (
        <Door organisation={organisation} hasEnded={hasEnded} />
      )}
    </Frame>
  );
}

/** Places stand in the address behind `#`, so that the browser's way back leads back here, too. */
const places: Places = {
  hrefOf: (place) => `#${place ?? ''}`,
  go: (place) => {
    window.location.hash = String(place ?? '');
  },
};

function Pages() {
  useLiveQueries();
  useNews();
  const { t } = useTranslation('common');
  const [hash] = useHash({ getInitialValueInEffect: false });
  const place = hash.slice(1);
  const request = Number(place);
  const lost = useFeedState() === 'lost';
  return (
    <CustomersPages places={places}>
      {lost && (
        <Alert color="orange" icon={<IconPlugConnectedX size={18} aria-hidden />} mb="md" role="status">
          {t('offline')}
        </Alert>
      )}
      <Suspense
        fallback={
          <Center h={240}>
            <Loader aria-label={t('loading')} />
          </Center>
        }
      >
        {place === 'chat' ? <BeginChat /> : request > 0 ? <Request key={request} id={request} /> : <Home />}
      </Suspense>
    </CustomersPages>
  );
}

interface FrameProps {
  signedIn?: boolean;
  /** Whether it wants room, or only what it fills. */
  tall?: boolean;
  onSignedOut(): void;
  children: ReactNode;
}

function Frame({ signedIn = false, tall = false, onSignedOut: out, children }: FrameProps) {
  const { t } = useTranslation('widget');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const height = () =>
      tell({ patchbay: 'size', height: tall ? TALL : (box.current?.offsetHeight ?? TALL) });
    const observer = new ResizeObserver(height);
    if (box.current) {
      observer.observe(box.current);
    }
    height();
    return () => observer.disconnect();
  }, [tall]);
  return (
    <div ref={box}>
      <Group component="header" className={classes.header} justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Logo withName={false} />
          <Text fw={600}>{t('title')}</Text>
        </Group>
        <Group gap={4} wrap="nowrap">
          <NewVersionButton />
          {signedIn && <MoreMenu onSignedOut={out} />}
          {isFramed && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xl"
              aria-label={t('close')}
              onClick={() => tell({ patchbay: 'close' })}
            >
              <IconX size={22} />
            </ActionIcon>
          )}
        </Group>
      </Group>
      <Box component="main" className={classes.main}>
        {children}
      </Box>
    </div>
  );
}

function MoreMenu({ onSignedOut: out }: { onSignedOut(): void }) {
  const { t } = useTranslation('widget');
  const { t: common } = useTranslation('common');
  const client = useQueryClient();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="xl" aria-label={t('more')}>
          <IconDots size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={async () => {
            await signOut(client);
            out();
          }}
        >
          {common('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Escape closes a dialog or a menu first, then us. */
function useEscape(): void {
  useEffect(() => {
    const close = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape' && !document.querySelector('[role="dialog"], [role="menu"]')) {
        tell({ patchbay: 'close' });
      }
    };
    // Before a dialog that closes at the same key is gone.
    window.addEventListener('keydown', close, true);
    return () => window.removeEventListener('keydown', close, true);
  }, []);
}
