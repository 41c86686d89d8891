import { Badge, type MantineColor } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconBan,
  IconBell,
  IconBriefcase,
  IconCircleCheck,
  IconCircleDot,
  IconClockPause,
  IconHeadset,
  IconHourglass,
  IconLock,
  IconMessage,
  IconNotes,
  IconPackage,
  IconPhone,
  IconPhoneCall,
  IconPlugConnected,
  IconPower,
  type IconProps,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Presence, Priority, TicketStatus } from '../api/schema';
import classes from './badges.module.css';
import './words';

type Look = [icon: ComponentType<IconProps>, color: MantineColor];

const statuses: Record<TicketStatus, Look> = {
  OPEN: [IconHourglass, 'blue'],
  OFFERED: [IconBell, 'violet'],
  IN_PROGRESS: [IconHeadset, 'teal'],
  PENDING: [IconClockPause, 'orange'],
  RESOLVED: [IconCircleCheck, 'green'],
  CLOSED: [IconLock, 'gray'],
  CANCELLED: [IconBan, 'gray'],
};

const priorities: Record<Priority, Look> = {
  URGENT: [IconAlertTriangle, 'red'],
  HIGH: [IconArrowUp, 'orange'],
  NORMAL: [IconCircleDot, 'gray'],
  LOW: [IconArrowDown, 'gray'],
};

const presences: Record<Presence, Look> = {
  AVAILABLE: [IconPlugConnected, 'green'],
  AWAY: [IconClockPause, 'orange'],
  WRAP_UP: [IconNotes, 'blue'],
  OFFLINE: [IconPower, 'gray'],
};

const channels: Record<Channel, ComponentType<IconProps>> = {
  RETURN_CASE: IconPackage,
  CHAT: IconMessage,
  VOICE: IconPhone,
  VIDEO: IconVideo,
  CALLBACK: IconPhoneCall,
  WORK_ITEM: IconBriefcase,
};

interface Props {
  look: Look;
  text: string;
  size?: 'sm' | 'md' | 'lg';
}

function IconBadge({ look: [Icon, color], text, size = 'sm' }: Props) {
  return (
    <Badge
      variant="light"
      color={color}
      size={size}
      className={classes.badge}
      data-tone={color}
      leftSection={<Icon size={13} aria-hidden />}
    >
      {text}
    </Badge>
  );
}

export function StatusBadge({ status, size }: { status: TicketStatus; size?: Props['size'] }) {
  const { t } = useTranslation('tickets');
  return <IconBadge look={statuses[status]} text={t(`status.${status}`)} size={size} />;
}

export function PriorityBadge({ priority, size }: { priority: Priority; size?: Props['size'] }) {
  const { t } = useTranslation('tickets');
  return <IconBadge look={priorities[priority]} text={t(`priority.${priority}`)} size={size} />;
}

/** Where there is room for no more. */
export function PriorityIcon({ priority, size = 16 }: { priority: Priority; size?: number }) {
  const { t } = useTranslation('tickets');
  const [Icon, color] = priorities[priority];
  const text = t(`priority.${priority}`);
  return (
    <Icon size={size} className={classes.dot} data-tone={color} role="img" aria-label={text}>
      <title>{text}</title>
    </Icon>
  );
}

/** `reason` is the name of the reason why somebody is away. */
export function PresenceBadge({
  presence,
  reason,
  size,
}: {
  presence: Presence;
  reason?: string | null;
  size?: Props['size'];
}) {
  const { t } = useTranslation('tickets');
  const text = t(`presence.${presence}`);
  return <IconBadge look={presences[presence]} text={reason ? `${text}: ${reason}` : text} size={size} />;
}

export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const { t } = useTranslation('tickets');
  const Icon = channels[channel];
  return <Icon size={size} role="img" aria-label={t(`channel.${channel}`)} />;
}

/** Where the words stand beside it. */
export function PresenceDot({ presence, size = 16 }: { presence: Presence; size?: number }) {
  const [Icon, color] = presences[presence];
  return <Icon size={size} className={classes.dot} data-tone={color} aria-hidden />;
}
