import type { Icon } from '@tabler/icons-react';
import {
  IconAddressBook,
  IconBan,
  IconBinaryTree2,
  IconBolt,
  IconBuildingStore,
  IconClockHour4,
  IconClockX,
  IconCoffee,
  IconFileCertificate,
  IconForms,
  IconHeadset,
  IconInbox,
  IconKey,
  IconMail,
  IconMailExclamation,
  IconMessage2Question,
  IconMessageCode,
  IconMicrophone,
  IconPhone,
  IconPlug,
  IconRoute,
  IconShoppingCart,
  IconStars,
  IconTags,
  IconUserQuestion,
  IconUserShield,
} from '@tabler/icons-react';
import type { FunctionComponent } from 'react';
import { lazyPart, type Part } from '../parts/parts';

type Page = FunctionComponent & Part;

export const sectionGroups = ['people', 'routing', 'tickets', 'customers', 'access'] as const;

export interface Section {
  path: string;
  group: (typeof sectionGroups)[number];
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
    page: lazyPart(() => import('./agents'), 'Agents'),
    thing: lazyPart(() => import('./agents'), 'Agent'),
  },
  {
    path: 'accounts',
    group: 'people',
    icon: IconUserShield,
    page: lazyPart(() => import('./accounts'), 'Accounts'),
  },
  {
    path: 'groups',
    group: 'people',
    icon: IconBinaryTree2,
    page: lazyPart(() => import('./groups'), 'Groups'),
    thing: lazyPart(() => import('./groups'), 'GroupPage'),
  },
  {
    path: 'skills',
    group: 'people',
    icon: IconStars,
    page: lazyPart(() => import('./names'), 'Skills'),
  },
  {
    path: 'reasons',
    group: 'people',
    icon: IconCoffee,
    page: lazyPart(() => import('./names'), 'PresenceReasons'),
  },
  {
    path: 'attendance',
    group: 'people',
    icon: IconUserQuestion,
    page: lazyPart(() => import('./attendance'), 'Attendance'),
  },
  {
    path: 'queues',
    group: 'routing',
    icon: IconInbox,
    page: lazyPart(() => import('./queues'), 'Queues'),
    thing: lazyPart(() => import('./queues'), 'Queue'),
  },
  {
    path: 'policies',
    group: 'routing',
    icon: IconRoute,
    page: lazyPart(() => import('./policies'), 'Policies'),
    thing: lazyPart(() => import('./policies'), 'Policy'),
  },
  {
    path: 'channels',
    group: 'routing',
    icon: IconPlug,
    page: lazyPart(() => import('./channels'), 'Channels'),
  },
  {
    path: 'hours',
    group: 'routing',
    icon: IconClockHour4,
    page: lazyPart(() => import('./hours'), 'BusinessHours'),
    thing: lazyPart(() => import('./hours'), 'Calendar'),
  },
  {
    path: 'recording',
    group: 'routing',
    icon: IconMicrophone,
    page: lazyPart(() => import('./recording'), 'RecordingRules'),
  },
  {
    path: 'tags',
    group: 'tickets',
    icon: IconTags,
    page: lazyPart(() => import('./tickets'), 'Tags'),
  },
  {
    path: 'fields',
    group: 'tickets',
    icon: IconForms,
    page: lazyPart(() => import('./tickets'), 'Fields'),
  },
  {
    path: 'chat-form',
    group: 'tickets',
    icon: IconMessage2Question,
    page: lazyPart(() => import('./chats'), 'ChatForm'),
  },
  {
    path: 'calls',
    group: 'tickets',
    icon: IconPhone,
    page: lazyPart(() => import('./calls'), 'Calls'),
  },
  {
    path: 'macros',
    group: 'tickets',
    icon: IconBolt,
    page: lazyPart(() => import('./tickets'), 'Macros'),
  },
  {
    path: 'customers',
    group: 'customers',
    icon: IconAddressBook,
    page: lazyPart(() => import('./customers'), 'Customers'),
    thing: lazyPart(() => import('./customers'), 'Customer'),
  },
  {
    path: 'blocked',
    group: 'customers',
    icon: IconBan,
    page: lazyPart(() => import('./customers'), 'Blocked'),
  },
  {
    path: 'orders',
    group: 'customers',
    icon: IconShoppingCart,
    page: lazyPart(() => import('./customers'), 'Orders'),
    thing: lazyPart(() => import('./customers'), 'Order'),
  },
  {
    path: 'mails',
    group: 'customers',
    icon: IconMail,
    page: lazyPart(() => import('./mails'), 'Mails'),
  },
  {
    path: 'undelivered',
    group: 'customers',
    icon: IconMailExclamation,
    page: lazyPart(() => import('./mails'), 'Undelivered'),
  },
  {
    path: 'sign-in',
    group: 'access',
    icon: IconBuildingStore,
    page: lazyPart(() => import('./access'), 'SingleSignOn'),
  },
  {
    path: 'api-clients',
    group: 'access',
    icon: IconKey,
    page: lazyPart(() => import('./access'), 'ApiClients'),
  },
  {
    path: 'widget',
    group: 'access',
    icon: IconMessageCode,
    page: lazyPart(() => import('./access'), 'WidgetSettings'),
  },
  {
    path: 'retention',
    group: 'access',
    icon: IconClockX,
    page: lazyPart(() => import('./retention'), 'Retention'),
  },
  {
    path: 'audit',
    group: 'access',
    icon: IconFileCertificate,
    page: lazyPart(() => import('./audit'), 'Audit'),
  },
];
