import { Anchor, Badge, CopyButton, Group, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { dateFormat, localeOf } from '../app/dates';
import {
  ChannelIcon,
  customerQuery,
  Elapsed,
  Fact,
  History,
  StatusBadge,
  TicketFacts,
  useTicket,
} from '../tickets';
import { TranscriptLink } from '../tickets/conversation/TranscriptLink';
import classes from './Aside.module.css';
import { BlockCustomer, CustomerRecord, Invited, Why } from './innerParts';
import { othersOfCustomerQuery } from './queries';
import '../ui/words';

/** Who asks, about what, and why it came to me. */
export default function Aside({ id, onOpen }: { id: number; onOpen: (id: number) => void }) {
  const { t } = useTranslation('desk');
  const ticket = useTicket(id).data;
  if (!ticket) {
    return <Skeleton h={200} m="sm" />;
  }
  return (
    <Stack gap={0}>
      <Part title={t('customer')}>
        <Customer ticket={ticket} onOpen={onOpen} />
        <Others ticket={ticket} onOpen={onOpen} />
      </Part>
      <Suspense fallback={null}>
        <Invited ticket={ticket} part={partOf} />
      </Suspense>
      {ticket.details?.order && (
        <Part title={t('order')}>
          <Order order={ticket.details.order} />
        </Part>
      )}
      <Part title={t('facts')}>
        <TicketFacts ticket={ticket} />
      </Part>
      <Part title={t('tickets:history')}>
        <History ticketId={id} withoutWords />
        <TranscriptLink conversationId={ticket.conversationId} />
      </Part>
      <Part title={t('tickets:why.title')}>
        <Suspense fallback={<Skeleton h={48} />}>
          <Why ticketId={id} />
        </Suspense>
      </Part>
    </Stack>
  );
}

const partOf = (title: string, children: ReactNode) => <Part title={title}>{children}</Part>;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}

function Customer({ ticket, onOpen }: { ticket: TicketView; onOpen: (id: number) => void }) {
  const { t } = useTranslation('desk');
  const customer = useQuery(customerQuery(ticket.customerId));
  if (customer.isPending) {
    return <Skeleton h={48} />;
  }
  if (customer.isError) {
    return <Text size="sm">{ticket.details?.customerName ?? t('customerHidden')}</Text>;
  }
  const { name, email, externalId, identifiedAt } = customer.data;
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        {identifiedAt && (
          <Badge color="green" variant="light" title={t('verifiedHint')}>
            {t('verified')}
          </Badge>
        )}
      </Group>
      {externalId && (
        <Text size="sm" c="dimmed">
          {t('externalId', { id: externalId })}
        </Text>
      )}
      {email ? (
        <CopyButton value={email}>
          {({ copied, copy }) => (
            <Group gap="xs">
              <Anchor href={`mailto:${encodeURIComponent(email)}`} size="sm" className={classes.mail}>
                {email}
              </Anchor>
              <Anchor component="button" type="button" size="xs" onClick={copy}>
                {t(copied ? 'ui:copied' : 'ui:copy')}
              </Anchor>
            </Group>
          )}
        </CopyButton>
      ) : identifiedAt ? null : (
        <Text size="sm" c="dimmed">
          {t('visitor')}
        </Text>
      )}
      <Suspense fallback={null}>
        <CustomerRecord customer={customer.data} onOpen={onOpen} />
        <BlockCustomer id={ticket.customerId} name={name} />
      </Suspense>
    </>
  );
}

function Others({ ticket, onOpen }: { ticket: TicketView; onOpen: (id: number) => void }) {
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

function Order({ order }: { order: NonNullable<NonNullable<TicketView['details']>['order']> }) {
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
