import { Badge } from '@mantine/core';
import { IconCircleFilled, IconCoffee, IconPencil, IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../api/schema';

const looks = {
  AVAILABLE: { color: 'teal', icon: IconCircleFilled },
  AWAY: { color: 'orange', icon: IconCoffee },
  WRAP_UP: { color: 'blue', icon: IconPencil },
  OFFLINE: { color: 'gray', icon: IconPlugOff },
} as const;

export function PresenceBadge({ presence }: { presence: Presence }) {
  const { t } = useTranslation('admin');
  const { color, icon: Icon } = looks[presence];
  return (
    <Badge
      variant="default"
      tt="none"
      fw={500}
      leftSection={<Icon size={10} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
    >
      {t(`presence.${presence}`)}
    </Badge>
  );
}
