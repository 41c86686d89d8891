import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView, TicketView } from '../api/schema';
import { useFormats } from './formats';
import { useLinkTo } from './places';
import classes from './portal.module.css';
import { stateOf } from './states';

interface Props {
  order: OrderView;
  /** The one about it that is not done yet. */
  live?: TicketView;
  onReport(order: OrderView): void;
}

/** Something that was bought, with the one thing to do about it. */
export const OrderCard = memo(function OrderCard({ order, live, onReport }: Props) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  return (
    <Card withBorder p="md" component="li" data-testid="order">
      <Stack gap="md" justify="space-between" h="100%">
        <Stack gap={2}>
          <Group justify="space-between" align="start" wrap="nowrap">
            <Text component="h3" fw={600} className={classes.text}>
              <bdi>{order.product}</bdi>
            </Text>
            <Text fw={600}>{formats.money(order.amount, order.currency)}</Text>
          </Group>
          <Text size="sm" c="dimmed">
            {t('ordered', { date: formats.day(order.orderedAt) })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('orderNumber', { number: order.number })}
            {order.quantity > 1 && ` · ${t('quantity', { count: order.quantity })}`}
          </Text>
        </Stack>
        {live ? (
          <LiveOne live={live} product={order.product} />
        ) : (
          <Button
            variant="light"
            size="md"
            onClick={() => onReport(order)}
            aria-label={t('reportOrder', { product: order.product })}
          >
            {t('report')}
          </Button>
        )}
      </Stack>
    </Card>
  );
});

function LiveOne({ live, product }: { live: TicketView; product: string }) {
  const { t } = useTranslation('portal');
  const link = useLinkTo(live.id);
  return (
    <Stack gap={4}>
      <Text size="sm">{stateOf(t, live)}</Text>
      <Button component="a" {...link} variant="default" size="md" aria-label={t('seeRequestOf', { product })}>
        {t('seeRequest')}
      </Button>
    </Stack>
  );
}
