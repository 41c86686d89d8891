import {
  IconArrowBackUp,
  IconArrowsSort,
  IconInbox,
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
} satisfies Record<Act, unknown>;
