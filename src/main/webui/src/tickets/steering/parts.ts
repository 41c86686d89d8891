import { lazyPart } from '../../parts/parts';

export const TicketMenu = lazyPart(() => import('./TicketMenu'), 'TicketMenu');
export const Steer = lazyPart(() => import('./Steer'));
export const Shortcuts = lazyPart(() => import('./Shortcuts'));
