import { lazyPart } from '../parts/parts';

export const Opened = lazyPart(() => import('./Opened'));
export const ColumnChoice = lazyPart(() => import('./ColumnChoice'));
export const MoreFilters = lazyPart(() => import('./MoreFilters'));
export const SaveDialog = lazyPart(() => import('./SaveDialog'));
export const NarrowTicket = lazyPart(() => import('./Narrow'), 'NarrowTicket');
export const NarrowViews = lazyPart(() => import('./Narrow'), 'NarrowViews');
