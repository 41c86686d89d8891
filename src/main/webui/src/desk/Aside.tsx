import { Anchor, Badge, CopyButton, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { customerQuery, TicketFacts, useTicket } from '../tickets';
import classes from './Aside.module.css';
import {
  BlockCustomer,
  CustomerRecord,
  History,
  Invited,
  Order,
  Others,
  TicketRecordings,
  Transcript,
  Why,
} from './innerParts';
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
        <Suspense fallback={null}>
          <Others ticket={ticket} onOpen={onOpen} />
        </Suspense>
      </Part>
      <Suspense fallback={null}>
        <Invited ticket={ticket} part={partOf} />
      </Suspense>
      <Suspense fallback={null}>
        <TicketRecordings ticketId={id} part={partOf} />
      </Suspense>
      {ticket.details?.order && (
        <Part title={t('order')}>
          <Suspense fallback={null}>
            <Order order={ticket.details.order} />
          </Suspense>
        </Part>
      )}
      <Part title={t('facts')}>
        <TicketFacts ticket={ticket} />
      </Part>
      <Part title={t('tickets:history')}>
        <Suspense fallback={<Skeleton h={48} />}>
          <History ticketId={id} withoutWords />
          <Transcript conversationId={ticket.conversationId} />
        </Suspense>
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
        <Group gap="xs" align="flex-end">
          <CustomerRecord customer={customer.data} onOpen={onOpen} />
          <BlockCustomer id={ticket.customerId} name={name} />
        </Group>
      </Suspense>
    </>
  );
}
