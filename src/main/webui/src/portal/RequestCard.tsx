import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { Ago } from './Ago';
import { useLinkTo } from './places';
import classes from './portal.module.css';
import { StateIcon, stateOf } from './states';
import { titleOf } from './titles';

/** A request in a list, which leads to it. */
export const RequestCard = memo(function RequestCard({
  request,
  unread = 0,
}: {
  request: TicketView;
  unread?: number;
}) {
  const { t } = useTranslation('portal');
  const link = useLinkTo(request.id);
  const wanted = request.status === 'PENDING';
  return (
    <Card
      component="a"
      {...link}
      withBorder
      p="md"
      className={wanted ? `${classes.card} ${classes.wanted}` : classes.card}
      data-testid="request"
      data-status={request.status}
    >
      <Group wrap="nowrap" gap="md">
        <StateIcon status={request.status} />
        <Stack gap={2} flex={1} miw={0}>
          <Text component="h3" fw={600} className={classes.text}>
            {titleOf(t, request)}
          </Text>
          <Text fw={wanted ? 600 : 400}>{stateOf(t, request)}</Text>
          <Text size="sm" c="dimmed">
            {t('request', { id: request.id })} · <Ago time={request.updatedAt} />
          </Text>
        </Stack>
        {unread > 0 && (
          <Badge circle size="lg" color="pink.8" role="img" aria-label={t('unread', { count: unread })}>
            {unread}
          </Badge>
        )}
        <IconChevronRight size={20} aria-hidden />
      </Group>
    </Card>
  );
});
