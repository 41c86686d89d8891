import { lazyPart } from '../parts/parts';

export const Queue = lazyPart(() => import('./BoardQueue'), 'BoardQueue');
export const Ticket = lazyPart(() => import('./BoardTicket'), 'BoardTicket');
export const Mentions = lazyPart(() => import('../tickets/mentions/Mentions'));
export const BigScreen = lazyPart(() => import('./Wall'), 'Wall');
