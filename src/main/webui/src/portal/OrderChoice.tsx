import { Radio, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../api/schema';
import { useFormats } from './formats';
import { More } from './More';
import { OrderSearch } from './OrderSearch';
import classes from './portal.module.css';
import { useLiveByOrder, useMyOrders } from './useMyOrders';

interface Props {
  value?: string;
  onChange?(number: string): void;
  error?: ReactNode;
}

/** Which order it is about, of those that have no live request. What was chosen stays in sight whatever is searched. */
export function OrderChoice({ onChange, ...input }: Props) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  const { pages, orders, isLong, typed, setTyped } = useMyOrders();
  const live = useLiveByOrder();
  const [chosen, setChosen] = useState<OrderView>();
  const free = orders.filter((order) => !live.has(order.number));
  const offered = chosen && free.every((order) => order.number !== chosen.number) ? [chosen, ...free] : free;
  const choose = (number: string) => {
    setChosen(offered.find((order) => order.number === number));
    onChange?.(number);
  };
  return (
    <Stack gap="xs">
      <Radio.Group label={t('chooseOrder')} onChange={choose} {...input}>
        <Stack gap="xs" mt="xs" mb={4}>
          {isLong && <OrderSearch typed={typed} onType={setTyped} />}
          {offered.map((order, index) => (
            <Radio.Card
              key={order.id}
              value={order.number}
              className={classes.choice}
              {...(index === 0 && { id: 'report-order', 'data-autofocus': true })}
            >
              <Radio.Indicator />
              <span>
                <bdi>{order.product}</bdi>
                <Text component="span" size="sm" c="dimmed" display="block">
                  {t('orderNumber', { number: order.number })}, {formats.day(order.orderedAt)}
                </Text>
              </span>
            </Radio.Card>
          ))}
          {offered.length === 0 && !pages.isPending && <Text c="dimmed">{t('noOrderFound')}</Text>}
        </Stack>
      </Radio.Group>
      <More of={pages} />
    </Stack>
  );
}
