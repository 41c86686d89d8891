import type { Priority } from '../api/schema';

export const priorities = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const satisfies Priority[];
