import { lazyPart } from '../../parts/parts';

export const Asked = lazyPart(() => import('./Asked'));
export const Emojis = lazyPart(() => import('./Emojis'));
export const Others = lazyPart(() => import('./Others'), 'Others');
export const RemoveMessage = lazyPart(() => import('./RemoveMessage'));
