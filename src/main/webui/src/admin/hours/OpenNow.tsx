import { Badge, Group, Text } from '@mantine/core';
import { IconDoor, IconDoorOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { useTime } from '../../ui/useTime';
import './words';

/** Whether it is open, and when that changes. */
export function OpenNow({ id, at, short = false }: { id: number; at?: string; short?: boolean }) {
  const { t } = useTranslation(['admin-hours', 'admin']);
  const time = useTime();
  const { data: view } = useQuery({
    queryKey: keys.hours.one(id, 'open', at),
    queryFn: () =>
      data(
        api.GET('/api/v1/business-hours/{id}/open', {
          params: { path: { id }, query: { ...(at && { at }) } },
        }),
      ),
  });
  if (!view) {
    return null;
  }
  const change = view.open ? view.nextClosing : view.nextOpening;
  return (
    <Group gap="xs" role={short ? undefined : 'status'}>
      <Badge
        color={view.open ? 'teal.8' : 'gray.7'}
        tt="none"
        leftSection={view.open ? <IconDoor size={12} aria-hidden /> : <IconDoorOff size={12} aria-hidden />}
      >
        {short ? t(view.open ? 'admin:yes' : 'admin:no') : t(view.open ? 'openNow' : 'closedNow')}
      </Badge>
      {!short && (
        <Text size="sm" c="dimmed">
          {change ? t(view.open ? 'closesAt' : 'opensAt', { time: time(change) }) : !view.open && t('never')}
        </Text>
      )}
    </Group>
  );
}
