import { lazyPart } from '../parts/parts';

// Their users are parts themselves: in one file with those they would import each other in a circle.
export const BlockCustomer = lazyPart(() => import('../tickets/BlockCustomer'));
export const Colleagues = lazyPart(() => import('../tickets/mentions/Colleagues'));
export const CustomerRecord = lazyPart(() => import('../tickets/customer/CustomerRecord'));
export const Further = lazyPart(() => import('./Further'));
export const History = lazyPart(() => import('../tickets/History'), 'History');
export const Invited = lazyPart(() => import('../tickets/invited/Invited'));
export const MoreSteps = lazyPart(() => import('./MoreSteps'));
export const Order = lazyPart(() => import('./Bought'), 'Order');
export const Others = lazyPart(() => import('./Bought'), 'Others');
export const OutOfSight = lazyPart(() => import('./OutOfSight'));
export const SavedReplies = lazyPart(() => import('./SavedReplies'));
export const Taken = lazyPart(() => import('./Taken'));
export const TicketCall = lazyPart(() => import('./TicketCall'));
export const TicketRecordings = lazyPart(() => import('../recordings/TicketRecordings'));
export const Transcript = lazyPart(() => import('../tickets/conversation/TranscriptLink'), 'TranscriptLink');
export const Unsent = lazyPart(() => import('../tickets/Unsent'), 'Unsent');
export const Why = lazyPart(() => import('../tickets/Why'), 'Why');
