import { ActionIcon, Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconHandOff, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import {
  AgentName,
  ChannelIcon,
  CustomerName,
  Elapsed,
  eventsQuery,
  History,
  PriorityBadge,
  StatusBadge,
  useTicket,
} from '../tickets';
import { Composer, DraftsOf } from './Composer';
import overlay from './overlay.module.css';
import type { Kind } from './steps';
import classes from './TicketPane.module.css';

interface Props {
  id: number;
  /** Whether it was taken from me, not by my doing. */
  taken: boolean;
  kind: Kind;
  onKind: (kind: Kind) => void;
  input: RefObject<HTMLTextAreaElement | null>;
  replies: boolean;
  onReplies: (opened: boolean) => void;
  onTransfer: () => void;
  onStart: (kind: Kind) => void;
  onFailed: () => void;
  onSent: (ticket: TicketView, kind: Kind) => void;
  onClose: (() => void) | undefined;
}

/** One ticket: what was said, and what to say. */
export default function TicketPane({ id, taken, onClose, ...composing }: Props) {
  const { t } = useTranslation('desk');
  const ticket = useTicket(id);
  if (ticket.isError) {
    const gone = ticket.error instanceof Problem && [403, 404].includes(ticket.error.status);
    return (
      <Stack p="md">
        <Alert
          color="orange"
          classNames={{ title: overlay.warning }}
          icon={<IconAlertCircle size={18} />}
          role="alert"
          title={`#${id}`}
        >
          {gone ? t('outOfSight') : messageOf(ticket.error)}
        </Alert>
        <DraftsOf ticketId={id} />
        {onClose && (
          <Button variant="default" onClick={onClose} w="fit-content">
            {t('closeTab')}
          </Button>
        )}
      </Stack>
    );
  }
  if (!ticket.data) {
    return (
      <Stack p="md" role="status" aria-label={t('common:loading')}>
        <Skeleton h={24} w="50%" />
        <Skeleton h={80} />
        <Skeleton h={80} />
      </Stack>
    );
  }
  return (
    <article className={classes.pane} aria-label={t('ticket', { id })}>
      <Head ticket={ticket.data} onClose={onClose} />
      {taken && <Taken ticket={ticket.data} />}
      <Story id={id} />
      <Composer key={id} ticket={ticket.data} {...composing} />
    </article>
  );
}

function Head({ ticket, onClose }: { ticket: TicketView; onClose: (() => void) | undefined }) {
  const { t } = useTranslation('desk');
  return (
    <header className={classes.head}>
      <Group gap="sm" wrap="nowrap">
        <ChannelIcon channel={ticket.channel} size={20} />
        <h2 className={classes.title}>
          <span className={classes.number}>#{ticket.id}</span> <CustomerName ticket={ticket} />
        </h2>
        {onClose && (
          <ActionIcon
            title={t('closeTab')}
            variant="subtle"
            color="gray"
            aria-label={t('closeTab')}
            onClick={onClose}
          >
            <IconX size={18} />
          </ActionIcon>
        )}
      </Group>
      <Group gap={6} mt={4}>
        <StatusBadge status={ticket.status} />
        {ticket.priority !== 'NORMAL' && <PriorityBadge priority={ticket.priority} />}
        {ticket.reason && <Text size="sm">{t(`tickets:reason.${ticket.reason}`)}</Text>}
        <Text size="sm" className={classes.dim}>
          <Elapsed since={ticket.openedAt} />
        </Text>
      </Group>
    </header>
  );
}

function Taken({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('desk');
  return (
    <Alert
      color="orange"
      classNames={{ title: overlay.warning }}
      icon={<IconHandOff size={18} />}
      role="alert"
      title={t('taken')}
      radius={0}
      className={classes.taken}
      data-testid="taken"
    >
      {ticket.agentId != null && ticket.status === 'IN_PROGRESS' ? (
        <>
          {t('takenNow')} <AgentName ticket={ticket} />.
        </>
      ) : (
        t('takenStatus', { status: t(`tickets:status.${ticket.status}`) })
      )}
    </Alert>
  );
}

/** Shows the latest, unless somebody reads what is further up. */
function Story({ id }: { id: number }) {
  const { t } = useTranslation('desk');
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const many = useQuery(eventsQuery(id)).data?.length;
  useEffect(() => {
    if (box.current && atEnd.current && many !== undefined) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [many]);
  return (
    <section
      ref={box}
      className={classes.story}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard must be able to scroll it
      tabIndex={0}
      aria-label={t('tickets:history')}
      onScroll={({ currentTarget: it }) => {
        atEnd.current = it.scrollHeight - it.scrollTop - it.clientHeight < 60;
      }}
    >
      <History ticketId={id} />
    </section>
  );
}
