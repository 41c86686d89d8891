import { ThemeIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconHeadset,
  IconHourglass,
  IconMessageQuestion,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { TicketStatus, TicketView } from '../api/schema';
import { agentNameOf } from './names';

const looks = {
  OPEN: { Icon: IconHourglass, color: 'blue' },
  OFFERED: { Icon: IconHourglass, color: 'blue' },
  IN_PROGRESS: { Icon: IconHeadset, color: 'teal' },
  PENDING: { Icon: IconMessageQuestion, color: 'orange' },
  RESOLVED: { Icon: IconCircleCheck, color: 'green' },
  CLOSED: { Icon: IconCircleCheck, color: 'gray' },
  CANCELLED: { Icon: IconArrowBackUp, color: 'gray' },
} as const satisfies Record<TicketStatus, unknown>;

export function StateIcon({ status, size = 44 }: { status: TicketStatus; size?: number }) {
  const { Icon, color } = looks[status];
  return (
    <ThemeIcon variant="light" color={color} size={size} radius="xl" aria-hidden>
      <Icon size={size * 0.55} stroke={1.7} />
    </ThemeIcon>
  );
}

/** The state as a person would say it. */
export function stateOf(
  t: TFunction<'portal'>,
  request: TicketView,
  agentName = agentNameOf(request),
): string {
  const states = request.channel === 'CHAT' ? 'chatState' : 'state';
  return t(`${states}.${request.status}`, { name: agentName ?? t('somebody') });
}
