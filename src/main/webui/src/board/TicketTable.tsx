import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconDotsVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, TicketView } from '../api/schema';
import { useGrowing } from '../app/useGrowing';
import { ChannelIcon, PriorityBadge, StatusBadge } from '../tickets/badges';
import { Select, SelectAll } from '../tickets/together/boxes';
import { Together } from '../tickets/together/Together';
import { useChosen } from '../tickets/together/useChosen';
import { keysOf } from '../ui/keys';
import { actIcons } from './actIcons';
import { type Asked, allows, labelOf, letters, together } from './acts';
import { Since } from './clock';
import { agentsQuery } from './floor';
import { Steer } from './innerParts';
import { TicketLink } from './links';
import panel from './panel.module.css';
import { Requirement } from './Requirement';
import { useRowMenu } from './rowMenu';
import { TicketMenu } from './TicketMenu';
import classes from './TicketTable.module.css';

interface Props {
  label: string;
  tickets: TicketView[] | undefined;
  /** Waiting tickets of one queue: what they require, instead of where they are. */
  ofQueue?: boolean;
  empty: ReactNode;
}

/** Tickets to steer, one or many together, by mouse or keyboard: arrows go from row to row, letters act. */
export function TicketTable({ label, tickets, ofQueue = false, empty }: Props) {
  const { t } = useTranslation('board');
  const choice = useChosen(tickets);
  const { chosen, selected, choose } = choice;
  const [asked, setAsked] = useState<Asked>();
  const menu = useRowMenu<TicketView>();
  const navigate = useNavigate();
  const [shown, end] = useGrowing();
  const gone = useQuery({ ...agentsQuery, select: goneOnes }).data;
  // So that what is typed right after a key reaches its dialog.
  useEffect(() => void Steer.preload(), []);
  const open = (id: number) =>
    void navigate({ to: '/board/tickets/$ticketId', params: { ticketId: String(id) } as never });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest('tr');
    const ticket = tickets?.find(({ id }) => String(id) === row?.dataset.id);
    if (!row || !ticket || event.altKey) {
      return;
    }
    const [key = ''] = keysOf(event);
    if (event.ctrlKey || event.metaKey) {
      if (key === 'a') {
        choice.chooseAll();
        event.preventDefault();
      }
      return;
    }
    const act = letters[key];
    const those = act && chosen.has(ticket.id) && together.includes(act) ? selected : [ticket];
    const go = (to: Element | null) => {
      if (to instanceof HTMLElement && to.dataset.id) {
        to.focus();
        if (event.shiftKey) {
          choice.stretch(ticket.id, Number(to.dataset.id));
        }
      }
    };
    if (key === 'ArrowDown' || key === 'j') {
      go(row.nextElementSibling);
    } else if (key === 'ArrowUp' || key === 'k') {
      go(row.previousElementSibling);
    } else if (key === 'x') {
      choose(ticket.id);
    } else if (key === 'Escape' && selected.length > 0) {
      choice.clear();
    } else if (key === 'Enter' && event.target === row) {
      open(ticket.id);
    } else if (key === 'm' || key === 'ContextMenu') {
      menu.open(ticket, row);
    } else if (act && those.some((one) => allows(one, act))) {
      setAsked({ act, tickets: those });
    } else if (act) {
      notifications.show({ message: t('together:notAllowed') });
    } else {
      return;
    }
    event.preventDefault();
  };
  const table = (
    <>
      <table className={classes.tickets} aria-label={label} data-testid="tickets">
        <thead>
          <tr>
            <th scope="col">
              <SelectAll choice={choice} disabled={!tickets} />
            </th>
            <th scope="col">{t('ticket')}</th>
            <th scope="col" className={classes.badge}>
              {t('priority')}
            </th>
            <th scope="col" className={classes.badge}>
              {t('state')}
            </th>
            <th scope="col" className={classes.text}>
              {t(ofQueue ? 'requires' : 'queue')}
            </th>
            <th scope="col" className={classes.holder}>
              {t('agent')}
            </th>
            <th scope="col" className={classes.age}>
              {t('age')}
            </th>
            <th scope="col" className={classes.wait}>
              {t('wait')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {tickets ? (
            tickets
              .slice(0, shown)
              .map((ticket) => (
                <Row
                  key={ticket.id}
                  ticket={ticket}
                  chosen={chosen.has(ticket.id)}
                  requirement={ofQueue}
                  unattended={
                    ticket.status === 'IN_PROGRESS' && ticket.agentId != null && !!gone?.has(ticket.agentId)
                  }
                  onChoose={choose}
                  onMenu={menu.open}
                />
              ))
          ) : (
            <Loading />
          )}
        </tbody>
      </table>
      {tickets && tickets.length > shown && <div key={shown} ref={end} className={classes.bottom} />}
    </>
  );
  return (
    <>
      {tickets?.length === 0 ? empty : table}
      <Together selected={selected.length} onDeselect={choice.clear}>
        {together.map((act) => {
          const Icon = actIcons[act];
          return (
            <Button
              key={act}
              size="compact-sm"
              variant="default"
              leftSection={<Icon size={14} />}
              disabled={!selected.some((ticket) => allows(ticket, act))}
              onClick={() => setAsked({ act, tickets: selected })}
            >
              {t(labelOf(act))}
            </Button>
          );
        })}
      </Together>
      {menu.opened && <TicketMenu opened={menu.opened} onOpen={open} onAct={setAsked} onClose={menu.close} />}
      {asked && (
        <Suspense>
          <Steer asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function goneOnes(agents: AgentStatusRow[]): ReadonlySet<number> {
  return new Set(agents.filter(({ goneSince }) => goneSince != null).map(({ id }) => id));
}

function Loading() {
  return [1, 2, 3].map((row) => (
    <tr key={row}>
      <td colSpan={9}>
        <Skeleton h={24} />
      </td>
    </tr>
  ));
}

interface RowProps {
  ticket: TicketView;
  chosen: boolean;
  /** Whether what it requires is shown, instead of its queue. */
  requirement: boolean;
  /** Whether whoever holds it is not there. */
  unattended: boolean;
  onChoose: (id: number, range: boolean) => void;
  onMenu: (ticket: TicketView, button: HTMLElement) => void;
}

/** Of plain elements: Mantine's parts of a table are all made anew whenever the table is, and there are many here. */
const Row = memo(function Row({ ticket, chosen, requirement, unattended, onChoose, onMenu }: RowProps) {
  const { t } = useTranslation('board');
  return (
    <tr tabIndex={-1} data-id={ticket.id} data-chosen={chosen || undefined} className={classes.row}>
      <td>
        <Select id={ticket.id} chosen={chosen} onChoose={onChoose} />
      </td>
      <th scope="row" className={classes.ticket}>
        <span className={classes.line}>
          <ChannelIcon channel={ticket.channel} />
          <TicketLink id={ticket.id} size="sm" fw={600}>
            #{ticket.id}
          </TicketLink>
          <span>
            <bdi>{ticket.details?.customerName}</bdi>
          </span>
        </span>
        <span className={classes.about}>
          {[ticket.reason && t(`tickets:reason.${ticket.reason}`), ticket.orderNumber, ticket.note]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={classes.small}>
          <PriorityBadge priority={ticket.priority} />
          <StatusBadge status={ticket.status} />
        </span>
      </th>
      <td className={classes.badge}>
        <PriorityBadge priority={ticket.priority} />
      </td>
      <td className={classes.badge}>
        <StatusBadge status={ticket.status} />
      </td>
      <td className={classes.text}>
        {requirement ? <Requirement ticket={ticket} /> : ticket.details?.queueName}
      </td>
      <td className={classes.holder}>
        {unattended && (
          <IconAlertTriangle
            size={14}
            className={classes.alone}
            role="img"
            aria-label={t('unattendedTicket')}
            title={t('unattendedTicket')}
          />
        )}
        {ticket.agentId ? ticket.details?.agentName : <span className={panel.quiet}>{t('nobody')}</span>}
      </td>
      <td className={classes.age}>
        <Since time={ticket.openedAt} />
      </td>
      <td className={classes.wait}>{ticket.waitingSince ? <Since time={ticket.waitingSince} /> : '–'}</td>
      <td>
        <button
          type="button"
          className={classes.more}
          aria-label={t('actionsOfTicket', { id: ticket.id })}
          aria-haspopup="menu"
          onClick={(event) => onMenu(ticket, event.currentTarget)}
        >
          <IconDotsVertical size={16} aria-hidden />
        </button>
      </td>
    </tr>
  );
});
