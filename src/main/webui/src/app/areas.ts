import type { Icon } from '@tabler/icons-react';
import {
  IconBuildings,
  IconHeadset,
  IconLayoutDashboard,
  IconMessages,
  IconMicrophone,
  IconSettings,
  IconTicket,
} from '@tabler/icons-react';
import type { Part } from '../parts/parts';
import type { en } from './common.words';
import { Admin, Board, Desk, Organisations, Portal, Recordings, Tickets } from './pages';
import type { Role } from './session';

interface Place {
  path: string;
  /** Its name, among the common words. */
  words: keyof typeof en;
  /** Those who may enter. */
  roles: readonly Role[];
  icon: Icon;
  /** Its first page. */
  page: Part;
}

/** The areas of the application, in the order in which they are offered. */
export const areas = [
  { path: '/desk', words: 'desk', roles: ['agent'], icon: IconHeadset, page: Desk },
  { path: '/board', words: 'board', roles: ['supervisor', 'admin'], icon: IconLayoutDashboard, page: Board },
  {
    path: '/tickets',
    words: 'tickets',
    roles: ['agent', 'supervisor', 'admin'],
    icon: IconTicket,
    page: Tickets,
  },
  {
    path: '/recordings',
    words: 'recordings',
    roles: ['supervisor', 'admin'],
    icon: IconMicrophone,
    page: Recordings,
  },
  { path: '/admin', words: 'admin', roles: ['admin'], icon: IconSettings, page: Admin },
  { path: '/operations', words: 'operations', roles: ['operator'], icon: IconBuildings, page: Organisations },
  { path: '/my', words: 'portal', roles: ['customer'], icon: IconMessages, page: Portal },
] as const satisfies readonly Place[];

export type Area = (typeof areas)[number];

export function areasOf(roles: readonly string[]): Area[] {
  return areas.filter((area) => area.roles.some((role) => roles.includes(role)));
}
