import type { Channel } from '../api/schema';

export const channels = [
  'RETURN_CASE',
  'CHAT',
  'VOICE',
  'VIDEO',
  'CALLBACK',
  'WORK_ITEM',
] as const satisfies Channel[];
