import { lazyPart } from '../parts/parts';

export const BeginChat = lazyPart(() => import('./BeginChat'), 'BeginChat');
export const ReportReturn = lazyPart(() => import('./ReportReturn'), 'ReportReturn');
export const Request = lazyPart(() => import('./Request'), 'Request');
