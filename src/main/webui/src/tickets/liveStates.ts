import type { TicketStatus } from '../api/schema';

export const liveStates = ['OPEN', 'OFFERED', 'IN_PROGRESS', 'PENDING'] as const satisfies TicketStatus[];
export type LiveState = (typeof liveStates)[number];
