import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  type ComponentType,
  type KeyboardEvent,
  memo,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatusRow, TicketView } from '../../api/schema';
import { useGrowing } from '../../app/useGrowing';
import { keysOf } from '../../ui/keys';
import { useRowMenu } from '../../ui/rowMenu';
import { ChannelIcon, PriorityBadge, StatusBadge } from '../badges';
import { TagList, tagsOf } from '../labels/TagList';
import { TicketLink } from '../TicketLink';
import { Select, SelectAll } from '../together/boxes';
import { Together } from '../together/Together';
import { useChosen } from '../together/useChosen';
import { actIcons } from './actIcons';
import { type Act, type Asked, acts as allActs, allows, labelOf, letters, together } from './acts';
import { agentsQuery } from './agents';
import type { Column } from './columns';
import { Steer, TicketMenu } from './parts';
import classes from './TicketTable.module.css';
import './words';

/** The orders in which a column can put the tickets. */
export interface Order {
  /** By the keys of the columns, in the order in which a press on the title takes them. */
  of: Readonly<Record<string, readonly string[]>>;
  now: string | undefined;
  onChange: (order: string) => void;
}

interface Props {
  label: string;
  tickets: TicketView[] | undefined;
  /** Must stay the same between renderings, so that rows need not be made anew. */
  columns: Column[];
  order?: Order;
  /** What the reader may do to tickets. */
  acts?: readonly Act[];
  /** The number of a ticket, which leads to it. */
  Name?: ComponentType<{ id: number }>;
  /** Shows a ticket; without it, its page is opened. */
  onOpen?: (id: number) => void;
  /** The one that is shown beside the table. */
  current?: number | undefined;
  empty: ReactNode;
  /** Below all rows. */
  footer?: ReactNode;
}

function PageLink({ id }: { id: number }) {
  return (
    <TicketLink id={id} size="sm" fw={600}>
      #{id}
    </TicketLink>
  );
}

/** Tickets to steer, one or many together, by mouse or keyboard: arrows go from row to row, letters act. */
export function TicketTable(props: Props) {
  const { label, tickets, columns, order, acts = allActs, Name = PageLink, current, empty, footer } = props;
  const { t } = useTranslation('steering');
  const choice = useChosen(tickets);
  const { chosen, selected, choose } = choice;
  const [asked, setAsked] = useState<Asked>();
  const menu = useRowMenu<TicketView>();
  const navigate = useNavigate();
  const [shown, end] = useGrowing();
  const steers = acts.includes('assign');
  const gone = useQuery({ ...agentsQuery, select: goneOnes, enabled: steers }).data;
  // So that what is typed right after a key reaches its dialog.
  useEffect(() => void Steer.preload(), []);
  const open =
    props.onOpen ??
    ((id: number) =>
      void navigate({ to: '/board/tickets/$ticketId', params: { ticketId: String(id) } as never }));
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
    const letter = letters[key];
    const act = letter && acts.includes(letter) ? letter : undefined;
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
    <div className={classes.scroll}>
      <table className={classes.tickets} aria-label={label} data-testid="tickets">
        <thead>
          <tr>
            <th scope="col">
              <SelectAll choice={choice} disabled={!tickets} />
            </th>
            <th scope="col">{t('ticket')}</th>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} />
            ))}
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
                  columns={columns}
                  Name={Name}
                  chosen={chosen.has(ticket.id)}
                  current={ticket.id === current}
                  unattended={
                    ticket.status === 'IN_PROGRESS' && ticket.agentId != null && !!gone?.has(ticket.agentId)
                  }
                  onChoose={choose}
                  onMenu={menu.open}
                />
              ))
          ) : (
            <Loading columns={columns.length + 3} />
          )}
        </tbody>
      </table>
      {tickets && tickets.length > shown && <div key={shown} ref={end} className={classes.bottom} />}
    </div>
  );
  return (
    <>
      {tickets?.length === 0 ? empty : table}
      {tickets && tickets.length <= shown && footer}
      <Together selected={selected.length} onDeselect={choice.clear}>
        {together
          .filter((act) => acts.includes(act))
          .map((act) => {
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
      {menu.opened && (
        <Suspense fallback={null}>
          <TicketMenu opened={menu.opened} acts={acts} onOpen={open} onAct={setAsked} onClose={menu.close} />
        </Suspense>
      )}
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

function Head({ column: { key, label, className }, order }: { column: Column; order: Order | undefined }) {
  const orders = order?.of[key];
  if (!order || !orders) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const place = orders.indexOf(order.now ?? '');
  const falls = order.now?.startsWith('-');
  const next = orders[(place + 1) % orders.length] as string;
  const Arrow = falls ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={className} aria-sort={place < 0 ? 'none' : falls ? 'descending' : 'ascending'}>
      <button type="button" className={classes.order} onClick={() => order.onChange(next)}>
        {label}
        {place >= 0 && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  );
}

function Loading({ columns }: { columns: number }) {
  return [1, 2, 3].map((row) => (
    <tr key={row}>
      <td colSpan={columns}>
        <Skeleton h={24} />
      </td>
    </tr>
  ));
}

interface RowProps {
  ticket: TicketView;
  columns: Column[];
  Name: ComponentType<{ id: number }>;
  chosen: boolean;
  current: boolean;
  /** Whether whoever holds it is not there. */
  unattended: boolean;
  onChoose: (id: number, range: boolean) => void;
  onMenu: (ticket: TicketView, button: HTMLElement) => void;
}

/** Of plain elements: Mantine's parts of a table are all made anew whenever the table is, and there are many here. */
const Row = memo(function Row(props: RowProps) {
  const { ticket, columns, Name, chosen, current, unattended, onChoose, onMenu } = props;
  const { t } = useTranslation('steering');
  return (
    <tr
      tabIndex={-1}
      data-id={ticket.id}
      data-chosen={chosen || undefined}
      aria-current={current || undefined}
      className={classes.row}
    >
      <td>
        <Select id={ticket.id} chosen={chosen} onChoose={onChoose} />
      </td>
      <th scope="row" className={classes.ticket}>
        <span className={classes.line}>
          <ChannelIcon channel={ticket.channel} />
          <Name id={ticket.id} />
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
          <TagList tags={tagsOf(ticket)} />
        </span>
      </th>
      {columns.map(({ key, className, cell }) => (
        <td key={key} className={className}>
          {cell(ticket, unattended)}
        </td>
      ))}
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
