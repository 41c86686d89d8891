import { lazyPart } from '../parts/parts';

export const TicketTable = lazyPart(() => import('./TicketTable'), 'TicketTable');
export const Steer = lazyPart(() => import('./Steer'));
export const AgentMenu = lazyPart(() => import('./AgentMenu'));
export const GiveBackOne = lazyPart(() => import('./GiveBack'), 'GiveBackOne');
export const GiveBackAll = lazyPart(() => import('./GiveBack'), 'GiveBackAll');
export const AlarmChoice = lazyPart(() => import('./AlarmChoice'));
export const ChangePresence = lazyPart(() => import('./Presence'));
export const Queue = lazyPart(() => import('./BoardQueue'), 'BoardQueue');
export const Ticket = lazyPart(() => import('./BoardTicket'), 'BoardTicket');
export const Trend = lazyPart(() => import('./Trend'));
export const Shortcuts = lazyPart(() => import('./Shortcuts'));
export const BigScreen = lazyPart(() => import('./Wall'), 'Wall');
