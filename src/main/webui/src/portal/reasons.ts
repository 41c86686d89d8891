import {
  IconClockExclamation,
  IconDots,
  IconHeartOff,
  IconMessage2Exclamation,
  IconPackageOff,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import type { ReturnReason } from '../api/schema';

export type Reason = ReturnReason;

/** In the order in which they are offered: the most frequent first. */
export const reasons = {
  DAMAGED: IconPackageOff,
  WRONG_ITEM: IconSwitchHorizontal,
  NOT_AS_DESCRIBED: IconMessage2Exclamation,
  ARRIVED_LATE: IconClockExclamation,
  NO_LONGER_NEEDED: IconHeartOff,
  OTHER: IconDots,
} as const satisfies Record<Reason, unknown>;
