import type { Channel } from '../api/schema';

export const channels = [
  'RETURN_CASE',
  'CHAT',
  'VOICE',
  'VIDEO',
  'CALLBACK',
  'WORK_ITEM',
] as const satisfies Channel[];

/** In these people talk, and are on the line while they wait. */
export const calls: ReadonlySet<Channel> = new Set<Channel>(['VOICE', 'VIDEO']);
