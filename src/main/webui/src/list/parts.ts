import { lazyPart } from '../parts/parts';

export const Opened = lazyPart(() => import('./Opened'));
