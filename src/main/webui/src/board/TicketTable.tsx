import { ActionIcon, Button, Checkbox, Group, Menu, Skeleton, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowBackUp,
  IconArrowsSort,
  IconDotsVertical,
  IconInbox,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { ChannelIcon, PriorityBadge, StatusBadge } from '../tickets';
import classes from './board.module.css';
import { Since } from './clock';
import { TicketLink } from './links';
import { Requirement } from './Requirement';
import { RowMenu, useRowMenu } from './RowMenu';
import { type Act, type Asked, acts, allows, Steer } from './Steer';

/** So many rows say what they require by themselves: it is asked for each of them. */
const REQUIREMENTS = 25;

export const actIcons = {
  assign: IconUserPlus,
  prioritise: IconArrowsSort,
  move: IconInbox,
  regroup: IconUsersGroup,
  release: IconArrowBackUp,
} satisfies Record<Act, unknown>;

export const letters: Record<string, Act> = {
  a: 'assign',
  p: 'prioritise',
  q: 'move',
  g: 'regroup',
  r: 'release',
};
const letterOf = Object.fromEntries(Object.entries(letters).map(([letter, act]) => [act, letter]));

/** What can be done with many at once. */
const together = ['prioritise', 'move', 'regroup'] as const satisfies Act[];

interface Props {
  label: string;
  tickets: TicketView[] | undefined;
  /** Waiting tickets of one queue: what they require, instead of where they are. */
  ofQueue?: boolean;
  empty: ReactNode;
}

/** Tickets to steer, by mouse or keyboard: arrows go from row to row, letters act. */
export function TicketTable({ label, tickets, ofQueue = false, empty }: Props) {
  const { t } = useTranslation('board');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const menu = useRowMenu<TicketView>();
  const navigate = useNavigate();
  const choose = useCallback(
    (id: number) =>
      setChosen((before) => {
        const after = new Set(before);
        return after.delete(id) ? after : after.add(id);
      }),
    [],
  );
  // What is gone meanwhile is no longer selected.
  const selected = useMemo(() => (tickets ?? []).filter(({ id }) => chosen.has(id)), [tickets, chosen]);
  const open = (id: number) =>
    void navigate({ to: '/board/tickets/$ticketId', params: { ticketId: String(id) } as never });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest('tr');
    const ticket = tickets?.find(({ id }) => String(id) === row?.dataset.id);
    if (!row || !ticket || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = letters[event.key];
    if (event.key === 'ArrowDown' || event.key === 'j') {
      (row.nextElementSibling as HTMLElement | null)?.focus();
    } else if (event.key === 'ArrowUp' || event.key === 'k') {
      (row.previousElementSibling as HTMLElement | null)?.focus();
    } else if (event.key === 'x') {
      choose(ticket.id);
    } else if (event.key === 'Enter' && event.target === row) {
      open(ticket.id);
    } else if (event.key === 'm' || event.key === 'ContextMenu') {
      menu.open(ticket, row);
    } else if (act && allows(ticket, act)) {
      setAsked({ act, tickets: [ticket] });
    } else if (act) {
      notifications.show({ message: t('notInThisState') });
    } else {
      return;
    }
    event.preventDefault();
  };
  if (tickets?.length === 0) {
    return <>{empty}</>;
  }
  return (
    <>
      <Table className={classes.table} aria-label={label} data-testid="tickets" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <Checkbox
                size="xs"
                aria-label={t('selectAll')}
                disabled={!tickets}
                checked={selected.length > 0 && selected.length === tickets?.length}
                indeterminate={selected.length > 0 && selected.length < (tickets?.length ?? 0)}
                onChange={() =>
                  setChosen(
                    selected.length === tickets?.length ? new Set() : new Set(tickets?.map(({ id }) => id)),
                  )
                }
              />
            </Table.Th>
            <Table.Th>{t('ticket')}</Table.Th>
            <Table.Th visibleFrom="xs">{t('priority')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('state')}</Table.Th>
            {ofQueue ? (
              <Table.Th visibleFrom="sm">{t('requires')}</Table.Th>
            ) : (
              <Table.Th visibleFrom="sm">{t('queue')}</Table.Th>
            )}
            <Table.Th visibleFrom="md">{t('agent')}</Table.Th>
            <Table.Th ta="end" visibleFrom="sm">
              {t('age')}
            </Table.Th>
            <Table.Th ta="end">{t('wait')}</Table.Th>
            <Table.Td w={36} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={onKeyDown}>
          {tickets
            ? tickets.map((ticket, index) => (
                <Row
                  key={ticket.id}
                  ticket={ticket}
                  chosen={chosen.has(ticket.id)}
                  requirement={ofQueue ? index < REQUIREMENTS : undefined}
                  onChoose={choose}
                  onMenu={menu.open}
                />
              ))
            : [1, 2, 3].map((row) => (
                <Table.Tr key={row}>
                  <Table.Td colSpan={9}>
                    <Skeleton h={24} />
                  </Table.Td>
                </Table.Tr>
              ))}
        </Table.Tbody>
      </Table>
      {selected.length > 0 && (
        <div className={classes.bulk} role="toolbar" aria-label={t('selected', { count: selected.length })}>
          <Text size="sm" fw={600} role="status">
            {t('selected', { count: selected.length })}
          </Text>
          <Group gap="xs">
            {together.map((act) => {
              const Icon = actIcons[act];
              return (
                <Button
                  key={act}
                  size="compact-sm"
                  variant="default"
                  leftSection={<Icon size={14} />}
                  onClick={() => setAsked({ act, tickets: selected })}
                >
                  {t(act)}
                </Button>
              );
            })}
            <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set())}>
              {t('deselect')}
            </Button>
          </Group>
        </div>
      )}
      <RowMenu opened={menu.opened} label={({ id }) => t('actionsOfTicket', { id })} onClose={menu.close}>
        {(ticket) => (
          <>
            <Menu.Item onClick={() => open(ticket.id)}>{t('open')}</Menu.Item>
            <Menu.Divider />
            {acts.map((act) => {
              const Icon = actIcons[act];
              return (
                <Menu.Item
                  key={act}
                  leftSection={<Icon size={16} />}
                  rightSection={<kbd className={classes.key}>{letterOf[act]}</kbd>}
                  disabled={!allows(ticket, act)}
                  onClick={() => setAsked({ act, tickets: [ticket] })}
                >
                  {t(act)}
                </Menu.Item>
              );
            })}
          </>
        )}
      </RowMenu>
      <Steer asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

interface RowProps {
  ticket: TicketView;
  chosen: boolean;
  /** Whether to read what it requires; undefined where the queue is shown instead. */
  requirement: boolean | undefined;
  onChoose: (id: number) => void;
  onMenu: (ticket: TicketView, button: HTMLElement) => void;
}

const Row = memo(function Row({ ticket, chosen, requirement, onChoose, onMenu }: RowProps) {
  const { t } = useTranslation('board');
  const [asked, setAsked] = useState(false);
  return (
    <Table.Tr tabIndex={-1} data-id={ticket.id} data-chosen={chosen || undefined} className={classes.row}>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t('select', { id: ticket.id })}
          checked={chosen}
          onChange={() => onChoose(ticket.id)}
        />
      </Table.Td>
      <Table.Th scope="row" className={classes.ticket}>
        <Group gap={6} wrap="nowrap">
          <ChannelIcon channel={ticket.channel} />
          <TicketLink id={ticket.id} size="sm" fw={600}>
            #{ticket.id}
          </TicketLink>
          <Text size="sm" fw={400} truncate>
            {ticket.customerName}
          </Text>
        </Group>
        <Text size="xs" fw={400} className={classes.quiet} lineClamp={1}>
          {[ticket.reason && t(`tickets:reason.${ticket.reason}`), ticket.orderNumber, ticket.note]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Group hiddenFrom="sm" gap={4} mt={2}>
          <Text span hiddenFrom="xs">
            <PriorityBadge priority={ticket.priority} />
          </Text>
          <StatusBadge status={ticket.status} />
        </Group>
      </Table.Th>
      <Table.Td visibleFrom="xs" className={classes.badge}>
        <PriorityBadge priority={ticket.priority} />
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.badge}>
        <StatusBadge status={ticket.status} />
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.text}>
        {requirement === undefined ? (
          ticket.queueName
        ) : requirement || asked ? (
          <Requirement ticket={ticket} />
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={() => setAsked(true)}>
            {t('showRequirement')}
          </Button>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md" className={classes.text}>
        {ticket.agentId ? ticket.agentName : <span className={classes.quiet}>{t('nobody')}</span>}
      </Table.Td>
      <Table.Td ta="end" visibleFrom="sm" className={classes.number}>
        <Since time={ticket.openedAt} />
      </Table.Td>
      <Table.Td ta="end" className={classes.number}>
        {ticket.waitingSince ? <Since time={ticket.waitingSince} /> : '–'}
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('actionsOfTicket', { id: ticket.id })}
          aria-haspopup="menu"
          onClick={(event) => onMenu(ticket, event.currentTarget)}
        >
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
});
