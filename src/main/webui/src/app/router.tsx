import { Anchor, Center, Loader, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  Outlet,
  redirect,
  useRouter,
} from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '../api/client';
import { type Area, areasOf } from './areas';
import {
  Admin,
  AdminSection,
  AdminThing,
  Board,
  BoardQueue,
  BoardTicket,
  Desk,
  ForgottenPassword,
  LinkedCase,
  MyAccount,
  Organisations,
  Portal,
  PortalChat,
  PortalTicket,
  Recordings,
  SetPassword,
  SignIn,
  SignUp,
  Tickets,
  Wall,
  Welcome,
} from './pages';
import { messageOf } from './problems';
import { Shell } from './Shell';
import { meQuery } from './session';

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

/** Only who is signed in comes further; then back to where they were going. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.client.ensureQueryData(meQuery) };
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { return: location.href } });
      }
      throw problem;
    }
  },
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: areasOf(context.me.roles)[0]?.path ?? '/account' });
  },
});

/** Who may not enter an area gets to their own. */
function only(path: Area['path']) {
  return ({ context }: { context: { me: { roles: string[] } } }) => {
    if (!areasOf(context.me.roles).some((area) => area.path === path)) {
      throw redirect({ to: '/' });
    }
  };
}

const portal = createRoute({ getParentRoute: () => signedIn, path: '/my', beforeLoad: only('/my') });
const portalHome = createRoute({
  getParentRoute: () => portal,
  path: '/',
  component: Portal,
});
const portalChat = createRoute({
  getParentRoute: () => portal,
  path: 'chat',
  component: PortalChat,
});
const portalTicket = createRoute({
  getParentRoute: () => portal,
  path: 'tickets/$ticketId',
  component: PortalTicket,
});

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/desk',
  beforeLoad: only('/desk'),
  component: Desk,
});

const board = createRoute({ getParentRoute: () => signedIn, path: '/board', beforeLoad: only('/board') });
const boardHome = createRoute({
  getParentRoute: () => board,
  path: '/',
  beforeLoad: ({ search }) => {
    // The list of tickets has a page of its own; links to where it was before lead there.
    const { view, ...others } = search as { view?: unknown };
    if (view === 'tickets') {
      throw redirect({ to: '/tickets', search: others as never });
    }
  },
  component: Board,
});
const boardQueue = createRoute({
  getParentRoute: () => board,
  path: 'queues/$queueId',
  component: BoardQueue,
});
const boardTicket = createRoute({
  getParentRoute: () => board,
  path: 'tickets/$ticketId',
  component: BoardTicket,
});

const tickets = createRoute({
  getParentRoute: () => signedIn,
  path: '/tickets',
  beforeLoad: only('/tickets'),
  component: Tickets,
});

const recordings = createRoute({
  getParentRoute: () => signedIn,
  path: '/recordings',
  beforeLoad: only('/recordings'),
  component: Recordings,
});

const admin = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  beforeLoad: only('/admin'),
  component: Admin,
});
const adminSection = createRoute({
  getParentRoute: () => admin,
  path: '$section',
  component: AdminSection,
});
const adminThing = createRoute({
  getParentRoute: () => admin,
  path: '$section/$id',
  component: AdminThing,
});

const operations = createRoute({
  getParentRoute: () => signedIn,
  path: '/operations',
  beforeLoad: only('/operations'),
  component: Organisations,
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: MyAccount,
});

interface SignInSearch {
  return?: string;
  organisation?: string;
  problem?: string;
}

function signInSearch(search: Record<string, unknown>): SignInSearch {
  const local =
    typeof search.return === 'string' && /^\/(?!\/)/.test(search.return) ? search.return : undefined;
  return {
    ...(local && { return: local }),
    ...(typeof search.organisation === 'string' && { organisation: search.organisation }),
    // The last part of a problem's type: nobody puts words of their own onto our page.
    ...(typeof search.problem === 'string' &&
      /^[a-z-]{1,40}$/.test(search.problem) && { problem: search.problem }),
  };
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignIn,
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: signInSearch,
  component: SignUp,
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  validateSearch: signInSearch,
  component: ForgottenPassword,
});
const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: signInSearch,
  component: SetPassword,
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: signInSearch,
  component: Welcome,
});
const linkedCase = createRoute({
  getParentRoute: () => root,
  path: '/case',
  component: LinkedCase,
});
const wall = createRoute({
  getParentRoute: () => signedIn,
  path: '/wall',
  component: Wall,
});

const tree = root.addChildren([
  signedIn.addChildren([
    start,
    portal.addChildren([portalHome, portalChat, portalTicket]),
    desk,
    board.addChildren([boardHome, boardQueue, boardTicket]),
    tickets,
    recordings,
    admin.addChildren([adminSection, adminThing]),
    operations,
    account,
    wall,
  ]),
  signIn,
  signUp,
  forgotten,
  setPassword,
  welcome,
  linkedCase,
]);

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPendingComponent: Pending,
    defaultErrorComponent: Failed,
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

function Pending() {
  const { t } = useTranslation('common');
  return (
    <Center h="50vh">
      <Loader aria-label={t('loading')} />
    </Center>
  );
}

/** The server was away before there was anything to show; or a fault of ours. */
function Failed({ error }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const isAway = error instanceof Unreachable;
  const again = () => void router.invalidate();
  useWindowEvent('online', () => isAway && again());
  return (
    <Center h="50vh">
      <Stack align="center" role="alert">
        <Text fw={600}>{t('failed')}</Text>
        <Text c="dimmed">{messageOf(error)}</Text>
        <Anchor component="button" onClick={isAway ? again : () => window.location.reload()}>
          {t('retry')}
        </Anchor>
      </Stack>
    </Center>
  );
}

function NotFound() {
  const { t } = useTranslation('common');
  return (
    <Center h="50vh">
      <Stack align="center">
        <Text>{t('notFound')}</Text>
        <Anchor component={Link} to="/">
          {t('home')}
        </Anchor>
      </Stack>
    </Center>
  );
}
