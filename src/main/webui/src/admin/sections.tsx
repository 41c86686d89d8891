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
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type Page = LazyExoticComponent<ComponentType> & { preload: () => Promise<unknown> };

function late<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K): Page {
  return Object.assign(
    lazy(async () => ({ default: (await load())[name] })),
    { preload: load },
  );
}

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
    page: late(() => import('./agents'), 'Agents'),
    thing: late(() => import('./agents'), 'Agent'),
  },
  {
    path: 'accounts',
    group: 'people',
    icon: IconUserShield,
    page: late(() => import('./accounts'), 'Accounts'),
  },
  {
    path: 'groups',
    group: 'people',
    icon: IconBinaryTree2,
    page: late(() => import('./groups'), 'Groups'),
    thing: late(() => import('./groups'), 'GroupPage'),
  },
  {
    path: 'skills',
    group: 'people',
    icon: IconStars,
    page: late(() => import('./names'), 'Skills'),
  },
  {
    path: 'reasons',
    group: 'people',
    icon: IconCoffee,
    page: late(() => import('./names'), 'PresenceReasons'),
  },
  {
    path: 'queues',
    group: 'routing',
    icon: IconInbox,
    page: late(() => import('./queues'), 'Queues'),
    thing: late(() => import('./queues'), 'Queue'),
  },
  {
    path: 'policies',
    group: 'routing',
    icon: IconRoute,
    page: late(() => import('./policies'), 'Policies'),
    thing: late(() => import('./policies'), 'Policy'),
  },
  {
    path: 'channels',
    group: 'routing',
    icon: IconPlug,
    page: late(() => import('./channels'), 'Channels'),
  },
  {
    path: 'hours',
    group: 'routing',
    icon: IconClockHour4,
    page: late(() => import('./hours'), 'BusinessHours'),
    thing: late(() => import('./hours'), 'Calendar'),
  },
  {
    path: 'customers',
    group: 'customers',
    icon: IconAddressBook,
    page: late(() => import('./customers'), 'Customers'),
    thing: late(() => import('./customers'), 'Customer'),
  },
  {
    path: 'orders',
    group: 'customers',
    icon: IconShoppingCart,
    page: late(() => import('./customers'), 'Orders'),
    thing: late(() => import('./customers'), 'Order'),
  },
  {
    path: 'sign-in',
    group: 'access',
    icon: IconBuildingStore,
    page: late(() => import('./access'), 'SingleSignOn'),
  },
  {
    path: 'api-clients',
    group: 'access',
    icon: IconKey,
    page: late(() => import('./access'), 'ApiClients'),
  },
  {
    path: 'widget',
    group: 'access',
    icon: IconMessageCode,
    page: late(() => import('./access'), 'WidgetSettings'),
  },
  {
    path: 'audit',
    group: 'access',
    icon: IconFileCertificate,
    page: late(() => import('./audit'), 'Audit'),
  },
];

export const sectionGroups = ['people', 'routing', 'customers', 'access'] as const;
