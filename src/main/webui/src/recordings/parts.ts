import { lazyPart } from '../parts/parts';

/** The player comes when somebody listens. */
export const Opened = lazyPart(() => import('./Opened'));
