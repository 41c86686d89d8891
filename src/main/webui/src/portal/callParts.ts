import { lazyPart } from '../parts/parts';

export const CallButtons = lazyPart(() => import('./CallButtons'));
export const CallOfMine = lazyPart(() => import('./CallOfMine'));
