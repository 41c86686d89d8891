import { ActionIcon, Alert, Anchor, Group, Skeleton } from '@mantine/core';
import { IconAlertCircle, IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import type { TicketView } from '../api/schema';
import { messageOf } from '../app/problems';
import { ChannelIcon, CustomerName, TicketFacts, useTicket } from '../tickets';
import { StaffThread } from '../tickets/conversation/StaffThread';
import { History } from '../tickets/History';
import { ActBar } from '../tickets/steering/ActBar';
import { type Act, type Asked, allows, letters } from '../tickets/steering/acts';
import { Steer } from '../tickets/steering/parts';
import { TicketLink } from '../tickets/TicketLink';
import { Why } from '../tickets/Why';
import { keysOf } from '../ui/keys';
import { useActs } from './acts';
import { TicketRecordings } from './innerParts';
import classes from './list.module.css';

interface Props {
  id: number;
  onOpen: (id: number) => void;
  onClose: () => void;
}

/** One ticket beside the list: what it is, what happened to it, and what can be done about it. */
export default function Opened({ id, onOpen, onClose }: Props) {
  const { t } = useTranslation('list');
  const place = useRef<HTMLElement>(null);
  const ticket = useTicket(id);
  const acts = useActs();
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  // Neighbours are those of the list as it is now, whatever has moved since.
  const go = (step: 'previousElementSibling' | 'nextElementSibling') => {
    const other = document.querySelector(`tr[data-id="${id}"]`)?.[step];
    if (other instanceof HTMLElement && other.dataset.id) {
      other.scrollIntoView({ block: 'nearest' });
      onOpen(Number(other.dataset.id));
    }
  };
  const ask = (act: Act) =>
    ticket.data && allows(ticket.data, act) && setAsked({ act, tickets: [ticket.data] });
  return (
    <article
      ref={place}
      tabIndex={-1}
      aria-label={t('steering:ticketN', { id })}
      className={classes.opened}
      onKeyDown={(event) => {
        const typing = (event.target as HTMLElement).closest('input, textarea, select');
        const inside = event.currentTarget.contains(event.target as Node);
        if (!inside || typing || event.altKey || event.ctrlKey || event.metaKey) {
          return;
        }
        const [key = ''] = keysOf(event);
        const act = letters[key];
        if (key === 'Escape') {
          onClose();
        } else if (key === 'j') {
          go('nextElementSibling');
        } else if (key === 'k') {
          go('previousElementSibling');
        } else if (act && acts.includes(act)) {
          ask(act);
        } else {
          return;
        }
        event.preventDefault();
      }}
    >
      <header>
        <Group gap={4} wrap="nowrap">
          <h2>{ticket.data ? <Name ticket={ticket.data} /> : `#${id}`}</h2>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('previous')}
            onClick={() => go('previousElementSibling')}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('next')}
            onClick={() => go('nextElementSibling')}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('closeTicket', { id })} onClick={onClose}>
            <IconX size={18} />
          </ActionIcon>
        </Group>
        {ticket.data && <ActBar ticket={ticket.data} acts={acts} onAct={ask} labels={false} />}
      </header>
      {ticket.isError && (
        <Alert color="orange" icon={<IconAlertCircle size={18} />} role="alert" m="md">
          {ticket.error instanceof Problem && [403, 404].includes(ticket.error.status)
            ? t('outOfSight')
            : messageOf(ticket.error)}
        </Alert>
      )}
      {ticket.isPending && (
        <Skeleton h={200} m="md" w="auto" role="status" aria-label={t('common:loading')} />
      )}
      {ticket.data && (
        <>
          <section aria-label={t('steering:facts')}>
            <TicketFacts ticket={ticket.data} />
            {acts.includes('assign') && (
              <Anchor component="div" size="sm" mt="xs">
                <TicketLink id={id} size="sm">
                  {t('page')}
                </TicketLink>
              </Anchor>
            )}
          </section>
          <section>
            <h3>{t('conversation:title')}</h3>
            <div className={classes.talk}>
              <StaffThread conversationId={ticket.data.conversationId} />
            </div>
          </section>
          <Suspense fallback={null}>
            <TicketRecordings ticketId={id} part={partOf} />
          </Suspense>
          <section>
            <h3>{t('tickets:history')}</h3>
            <History ticketId={id} withoutWords />
          </section>
          <section>
            <h3>{t('steering:whyThis')}</h3>
            <Why ticketId={id} />
          </section>
        </>
      )}
      {asked && (
        <Suspense>
          <Steer asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </article>
  );
}

const partOf = (title: string, children: ReactNode) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

function Name({ ticket }: { ticket: TicketView }) {
  return (
    <Group component="span" gap={6} wrap="nowrap">
      <ChannelIcon channel={ticket.channel} />
      <span>
        #{ticket.id} <CustomerName ticket={ticket} />
      </span>
    </Group>
  );
}
