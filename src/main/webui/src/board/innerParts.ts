import { lazyPart } from '../parts/parts';

// Their users are parts themselves: in one file with those they would import each other in a circle.
export const AgentMenu = lazyPart(() => import('./AgentMenu'));
export const GiveBackOne = lazyPart(() => import('./GiveBack'), 'GiveBackOne');
export const GiveBackAll = lazyPart(() => import('./GiveBack'), 'GiveBackAll');
export const AlarmChoice = lazyPart(() => import('./AlarmChoice'));
export const Calls = lazyPart(() => import('./Calls'));
export const ChangePresence = lazyPart(() => import('./Presence'));
export const SupervisedCall = lazyPart(() => import('../calls/SupervisedCall'));
export const TicketRecordings = lazyPart(() => import('../recordings/TicketRecordings'));
export const Trend = lazyPart(() => import('./Trend'));
