import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketStatus, TicketView } from '../api/schema';
import { ChannelIcon, PriorityBadge, StatusBadge } from './badges';
import { useClock } from './clock';
import { At, Elapsed } from './Elapsed';
import { Fact } from './Fact';
import { TicketFields } from './labels/TicketFields';
import { TicketTags } from './labels/TicketTags';
import { agentQuery, customerQuery, queuesQuery } from './queries';
import classes from './TicketFacts.module.css';
import './words';

const live: ReadonlySet<TicketStatus> = new Set(['OPEN', 'OFFERED', 'IN_PROGRESS']);

/** What staff want to know of a ticket at a glance: whose, about what, where, what it requires, since when. */
export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('tickets');
  const skills = ticket.details?.requirement?.skills;
  return (
    <dl className={classes.facts}>
      <Fact name={t('facts.status')}>
        <StatusBadge status={ticket.status} />
      </Fact>
      <Fact name={t('facts.priority')}>
        <PriorityBadge priority={ticket.priority} />
      </Fact>
      <Fact name={t('facts.channel')}>
        <span className={classes.channel}>
          <ChannelIcon channel={ticket.channel} />
          <span aria-hidden>{t(`channel.${ticket.channel}`)}</span>
        </span>
      </Fact>
      {ticket.reason && <Fact name={t('facts.reason')}>{t(`reason.${ticket.reason}`)}</Fact>}
      <Fact name={t('facts.customer')}>
        <CustomerName ticket={ticket} />
      </Fact>
      {ticket.orderNumber && (
        <Fact name={t('facts.order')}>
          {ticket.orderNumber}
          {ticket.details?.order && (
            <Text span size="sm" c="dimmed">
              {' '}
              {ticket.details.order.quantity} × <bdi>{ticket.details.order.product}</bdi>
            </Text>
          )}
        </Fact>
      )}
      <Fact name={t('facts.queue')}>
        <QueueName ticket={ticket} />
      </Fact>
      {skills && skills.length > 0 && (
        <Fact name={t('facts.requires')}>
          {skills.map(({ skillName, level }) => `${skillName} ${level}`).join(', ')}
        </Fact>
      )}
      {ticket.agentId != null && (
        <Fact name={t('facts.agent')}>
          <AgentName ticket={ticket} />
        </Fact>
      )}
      <TicketTags ticket={ticket} />
      <TicketFields ticket={ticket} />
      <Fact name={t('facts.opened')}>
        <At time={ticket.openedAt} /> (<Elapsed since={ticket.openedAt} />)
      </Fact>
      {ticket.waitingSince && (
        <Fact name={t('facts.waiting')}>
          <Elapsed since={ticket.waitingSince} />
        </Fact>
      )}
      {ticket.answerDueAt && ticket.waitingSince && !ticket.firstAssignedAt && (
        <Fact name={t('facts.answerDue')}>
          <Due time={ticket.answerDueAt} />
        </Fact>
      )}
      {ticket.resolutionDueAt && live.has(ticket.status) && (
        <Fact name={t('facts.resolutionDue')}>
          <Due time={ticket.resolutionDueAt} />
        </Fact>
      )}
      {ticket.pendingUntil && (
        <Fact name={t('facts.pendingUntil')}>
          <At time={ticket.pendingUntil} />
        </Fact>
      )}
      {ticket.resolvedAt && (
        <Fact name={t('facts.resolved')}>
          <At time={ticket.resolvedAt} />
        </Fact>
      )}
      {ticket.erasedAt && (
        <Fact name={t('facts.erased')}>
          <At time={ticket.erasedAt} />
        </Fact>
      )}
      <Fact name={t('facts.updated')}>
        <At time={ticket.updatedAt} />
      </Fact>
    </dl>
  );
}

function Due({ time }: { time: string }) {
  const { t } = useTranslation('tickets');
  const late = useClock((now) => Date.parse(time) < now);
  return (
    <>
      <At time={time} />
      {late && (
        <Text span size="sm" fw={600}>
          {' '}
          {t('facts.late')}
        </Text>
      )}
    </>
  );
}

export function CustomerName({ ticket }: { ticket: TicketView }) {
  const customer = useQuery({ ...customerQuery(ticket.customerId), enabled: !ticket.details?.customerName });
  return <Name name={ticket.details?.customerName ?? customer.data?.name} pending={customer.isLoading} />;
}

export function QueueName({ ticket }: { ticket: TicketView }) {
  const queues = useQuery({ ...queuesQuery, enabled: !ticket.details?.queueName });
  const name = ticket.details?.queueName ?? queues.data?.find((queue) => queue.id === ticket.queueId)?.name;
  return <Name name={name} pending={queues.isLoading} />;
}

export function AgentName({ ticket }: { ticket: TicketView }) {
  const id = ticket.agentId ?? 0;
  const agent = useQuery({
    ...agentQuery(id),
    enabled: ticket.agentId != null && !ticket.details?.agentName,
  });
  return <Name name={ticket.details?.agentName ?? agent.data?.name} pending={agent.isLoading} />;
}

function Name({ name, pending }: { name: string | undefined; pending: boolean }) {
  const { t } = useTranslation('tickets');
  return pending ? <Skeleton h={14} w={90} display="inline-block" /> : <bdi>{name ?? t('somebody')}</bdi>;
}
