import type { Icon } from '@tabler/icons-react';
import {
  IconAddressBook,
  IconBinaryTree2,
  IconBuildingStore,
  IconClockHour4,
  IconCoffee,
  IconFileCertificate,
  IconHeadset,
  IconInbox,
  IconKey,
  IconMessageCode,
  IconPlug,
  IconRoute,
  IconShoppingCart,
  IconStars,
  IconUserShield,
} from '@tabler/icons-react';
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';

type Page = AsyncRouteComponent<object>;

export interface Section {
  path: string;
  group: 'people' | 'routing' | 'customers' | 'access';
  icon: Icon;
  page: Page;
  /** Of one thing, where things have pages of their own. */
  thing?: Page;
}

/** In the order of the navigation. Each is loaded when it is opened, or about to be. */
export const sections: Section[] = [
  {
    path: 'agents',
    group: 'people',
    icon: IconHeadset,
    page: lazyRouteComponent(() => import('./agents'), 'Agents'),
    thing: lazyRouteComponent(() => import('./agents'), 'Agent'),
  },
  {
    path: 'accounts',
    group: 'people',
    icon: IconUserShield,
    page: lazyRouteComponent(() => import('./accounts'), 'Accounts'),
  },
  {
    path: 'groups',
    group: 'people',
    icon: IconBinaryTree2,
    page: lazyRouteComponent(() => import('./groups'), 'Groups'),
    thing: lazyRouteComponent(() => import('./groups'), 'GroupPage'),
  },
  {
    path: 'skills',
    group: 'people',
    icon: IconStars,
    page: lazyRouteComponent(() => import('./names'), 'Skills'),
  },
  {
    path: 'reasons',
    group: 'people',
    icon: IconCoffee,
    page: lazyRouteComponent(() => import('./names'), 'PresenceReasons'),
  },
  {
    path: 'queues',
    group: 'routing',
    icon: IconInbox,
    page: lazyRouteComponent(() => import('./queues'), 'Queues'),
    thing: lazyRouteComponent(() => import('./queues'), 'Queue'),
  },
  {
    path: 'policies',
    group: 'routing',
    icon: IconRoute,
    page: lazyRouteComponent(() => import('./policies'), 'Policies'),
    thing: lazyRouteComponent(() => import('./policies'), 'Policy'),
  },
  {
    path: 'channels',
    group: 'routing',
    icon: IconPlug,
    page: lazyRouteComponent(() => import('./channels'), 'Channels'),
  },
  {
    path: 'hours',
    group: 'routing',
    icon: IconClockHour4,
    page: lazyRouteComponent(() => import('./hours'), 'BusinessHours'),
    thing: lazyRouteComponent(() => import('./hours'), 'Calendar'),
  },
  {
    path: 'customers',
    group: 'customers',
    icon: IconAddressBook,
    page: lazyRouteComponent(() => import('./customers'), 'Customers'),
    thing: lazyRouteComponent(() => import('./customers'), 'Customer'),
  },
  {
    path: 'orders',
    group: 'customers',
    icon: IconShoppingCart,
    page: lazyRouteComponent(() => import('./customers'), 'Orders'),
    thing: lazyRouteComponent(() => import('./customers'), 'Order'),
  },
  {
    path: 'sign-in',
    group: 'access',
    icon: IconBuildingStore,
    page: lazyRouteComponent(() => import('./access'), 'SingleSignOn'),
  },
  {
    path: 'api-clients',
    group: 'access',
    icon: IconKey,
    page: lazyRouteComponent(() => import('./access'), 'ApiClients'),
  },
  {
    path: 'widget',
    group: 'access',
    icon: IconMessageCode,
    page: lazyRouteComponent(() => import('./access'), 'WidgetSettings'),
  },
  {
    path: 'audit',
    group: 'access',
    icon: IconFileCertificate,
    page: lazyRouteComponent(() => import('./audit'), 'Audit'),
  },
];

export const sectionGroups = ['people', 'routing', 'customers', 'access'] as const;
