import { Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { dateFormat, localeOf } from '../app/dates';
import { ChannelIcon, Elapsed, Fact, StatusBadge } from '../tickets';
import classes from './Bought.module.css';
import { othersOfCustomerQuery } from './queries';

/** What else the customer asked for. */
export function Others({ ticket, onOpen }: { ticket: TicketView; onOpen: (id: number) => void }) {
  const { t } = useTranslation('desk');
  const others = useQuery(othersOfCustomerQuery(ticket.customerId)).data?.items.filter(
    (other) => other.id !== ticket.id,
  );
  if (!others?.length) {
    return null;
  }
  return (
    <>
      <h3 className={classes.subtitle}>{t('others')}</h3>
      <ul className={classes.others}>
        {others.slice(0, 5).map((other) => (
          <li key={other.id}>
            <UnstyledButton className={classes.other} onClick={() => onOpen(other.id)}>
              <ChannelIcon channel={other.channel} />
              <span>#{other.id}</span>
              <StatusBadge status={other.status} />
              <span className={classes.when}>
                <Elapsed since={other.openedAt} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was bought. */
export function Order({ order }: { order: NonNullable<NonNullable<TicketView['details']>['order']> }) {
  const { t, i18n } = useTranslation('desk');
  const { product, quantity, amount, currency, orderedAt, number } = order;
  const price = new Intl.NumberFormat(localeOf(i18n.language), { style: 'currency', currency });
  const day = dateFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <>
      <Text fw={600} size="sm">
        {quantity} × {product}
      </Text>
      <dl className={classes.facts}>
        <Fact name={t('orderNumber')}>{number}</Fact>
        <Fact name={t('amount')}>{price.format(amount)}</Fact>
        <Fact name={t('orderedAt')}>{day.format(new Date(orderedAt))}</Fact>
      </dl>
    </>
  );
}
