import { lazyPart } from '../../parts/parts';

export const AddTag = lazyPart(() => import('./AddTag'));
export const FieldForm = lazyPart(() => import('./FieldForm'));
