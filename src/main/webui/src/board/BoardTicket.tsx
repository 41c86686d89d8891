import { Alert, Anchor, Breadcrumbs, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import { StatusBadge, TicketFacts, useTicket } from '../tickets';
import { StaffThread } from '../tickets/conversation/StaffThread';
import { History } from '../tickets/History';
import { ActBar } from '../tickets/steering/ActBar';
import { type Act, type Asked, acts, allows, letters } from '../tickets/steering/acts';
import { Steer } from '../tickets/steering/parts';
import { undoLast } from '../tickets/together/undo';
import { Why } from '../tickets/Why';
import { useKeys } from '../ui/keys';
import { SupervisedCall, TicketRecordings } from './innerParts';
import panel from './panel.module.css';
import { QueueLink } from './QueueLink';

/** One ticket: what it is, what happened to it and why, and what a supervisor can do about it. */
export function BoardTicket() {
  const { t } = useTranslation('board');
  const { ticketId } = useParams({ strict: false }) as { ticketId: string };
  const id = Number(ticketId);
  const ticket = useTicket(id);
  return (
    <Stack gap="md">
      <Breadcrumbs>
        <Anchor component={Link} to="/board" size="sm">
          {t('title')}
        </Anchor>
        {ticket.data?.details && (
          <QueueLink id={ticket.data.queueId} size="sm">
            <bdi>{ticket.data.details.queueName}</bdi>
          </QueueLink>
        )}
        <Text size="sm">#{ticketId}</Text>
      </Breadcrumbs>
      <Group gap="sm">
        <Title order={1} size="h3">
          {t('steering:ticketN', { id: ticketId })}
        </Title>
        {ticket.data && <StatusBadge status={ticket.data.status} size="lg" />}
      </Group>
      {ticket.isError && (
        <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert">
          {ticket.error instanceof Problem && ticket.error.status === 404
            ? t('noSuchTicket')
            : messageOf(ticket.error)}{' '}
          <Anchor component={Link} to="/board">
            {t('back')}
          </Anchor>
        </Alert>
      )}
      {ticket.isPending && <Skeleton h={240} role="status" aria-label={t('common:loading')} />}
      {ticket.data && <Ticket ticket={ticket.data} />}
    </Stack>
  );
}

function Ticket({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('board');
  const [asked, setAsked] = useState<Asked>();
  const ask = (act: Act) => allows(ticket, act) && setAsked({ act, tickets: [ticket] });
  useKeys([
    ...Object.entries(letters).map(([key, act]): [string, () => void] => [key, () => ask(act)]),
    ['mod+Z', undoLast],
  ]);
  return (
    <>
      <ActBar ticket={ticket} acts={acts} onAct={ask} />
      <Suspense fallback={null}>
        <SupervisedCall ticket={ticket} />
      </Suspense>
      <div className={panel.floor}>
        <Stack gap="md">
          <Panel title={t('conversation:title')}>
            <div className={panel.talk}>
              <StaffThread conversationId={ticket.conversationId} />
            </div>
          </Panel>
          <Suspense fallback={null}>
            <TicketRecordings ticketId={ticket.id} part={panelOf} />
          </Suspense>
          <Panel title={t('history')}>
            <History ticketId={ticket.id} withoutWords />
          </Panel>
        </Stack>
        <Stack gap="md">
          <Panel title={t('steering:facts')}>
            <TicketFacts ticket={ticket} />
          </Panel>
          <Panel title={t('steering:whyThis')}>
            <Why ticketId={ticket.id} />
          </Panel>
        </Stack>
      </div>
      {asked && (
        <Suspense>
          <Steer asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}

const panelOf = (title: string, children: ReactNode) => <Panel title={title}>{children}</Panel>;

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder component="section" className={panel.panel} aria-label={title}>
      <Title order={2} className={panel.panelTitle}>
        {title}
      </Title>
      <div className={panel.inset}>{children}</div>
    </Paper>
  );
}
