import {
  IconArrowBackUp,
  IconArrowsSort,
  IconCheck,
  IconInbox,
  IconLock,
  IconMessageQuestion,
  IconTagMinus,
  IconTagPlus,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Act } from './acts';

export const actIcons = {
  assign: IconUserPlus,
  prioritise: IconArrowsSort,
  move: IconInbox,
  regroup: IconUsersGroup,
  release: IconArrowBackUp,
  tag: IconTagPlus,
  untag: IconTagMinus,
  pend: IconMessageQuestion,
  resolve: IconCheck,
  close: IconLock,
} satisfies Record<Act, unknown>;
