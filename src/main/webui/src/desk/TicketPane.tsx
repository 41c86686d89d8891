import { ActionIcon, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type RefObject, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView, TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { ChannelIcon, CustomerName, Elapsed, PriorityBadge, StatusBadge, useTicket } from '../tickets';
import { outbox, type Unsent } from '../tickets/conversation/outbox';
import { StaffThread } from '../tickets/conversation/StaffThread';
import { Composer, DraftsOf } from './Composer';
import type { Asked } from './Further';
import { Further, OutOfSight, Taken, TicketCall } from './innerParts';
import { isHeldBy, isStep, type Kind, kindsOf } from './steps';
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
  onSent: (ticket: TicketView, kind: Kind, said?: string) => void;
  onSaid: (said: string) => void;
  /** Whether something is asked that takes the keys. */
  onAsking: (asking: boolean) => void;
  onClose: (() => void) | undefined;
}

/** One ticket: what was said, and what to say. */
export default function TicketPane({ id, taken, onClose, onSaid, onAsking, ...composing }: Props) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const ticket = useTicket(id);
  const [quoted, setQuoted] = useState<MessageView>();
  const [back, setBack] = useState<Unsent>();
  const [asked, setAsked] = useState<Asked>();
  const ask = (what: Asked | undefined) => {
    setAsked(what);
    onAsking(what !== undefined);
  };
  const takeBack = (unsent: Unsent) => {
    if (outbox.takeBack(unsent)) {
      composing.onKind(unsent.audience === 'INTERNAL' ? 'remark' : 'note');
      setBack(unsent);
    }
  };
  const quote = (message: MessageView) => {
    setQuoted(message);
    if (isStep(composing.kind) || message.audience === 'INTERNAL') {
      composing.onKind(message.audience === 'INTERNAL' ? 'remark' : 'note');
    }
    composing.input.current?.focus();
  };
  if (ticket.isError) {
    return (
      <Suspense fallback={null}>
        <OutOfSight id={id} problem={ticket.error} onClose={onClose}>
          <DraftsOf ticketId={id} />
        </OutOfSight>
      </Suspense>
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
      <Suspense fallback={null}>
        {taken && <Taken ticket={ticket.data} />}
        <TicketCall ticket={ticket.data} />
      </Suspense>
      <StaffThread
        conversationId={ticket.data.conversationId}
        onQuote={kindsOf(ticket.data, me.id).length > 0 ? quote : undefined}
        onTakeBack={takeBack}
        onSplit={
          isHeldBy(ticket.data, me.id) ? ({ number }) => ask({ what: 'split', message: number }) : undefined
        }
      />
      <Composer
        key={id}
        ticket={ticket.data}
        {...composing}
        onAsk={(what) => ask({ what })}
        back={back}
        quoted={quoted}
        onUnquote={() => setQuoted(undefined)}
      />
      <Suspense fallback={null}>
        {asked && (
          <Further
            {...composing}
            asked={asked}
            ticket={ticket.data}
            onClose={() => ask(undefined)}
            onSaid={onSaid}
          />
        )}
      </Suspense>
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
