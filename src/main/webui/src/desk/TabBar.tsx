import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { CustomerName, useTicket } from '../tickets';
import { KeyHint } from '../ui/KeyNames';
import classes from './Desk.module.css';
import { Standing } from './Standing';

/** The tickets that are open at the desk, in hand or not. */
export function TabBar({
  ids,
  account,
  selected,
  mine,
  onSelect,
  onClose,
}: {
  ids: number[];
  account: number;
  selected: number | undefined;
  mine: TicketView[];
  onSelect: (id: number) => void;
  onClose: (id: number) => void;
}) {
  const { t } = useTranslation('desk');
  const held = new Map(mine.map((ticket) => [ticket.id, ticket]));
  return (
    <nav aria-label={t('tabs')} className={classes.tabs}>
      <ul>
        {ids.map((id, index) => (
          <li key={id} data-current={id === selected || undefined}>
            <Tab
              id={id}
              held={held.get(id)}
              place={index < 9 ? index + 1 : undefined}
              current={id === selected}
              account={account}
              onSelect={onSelect}
            />
            {!held.has(id) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('closeNamed', { id })}
                onClick={() => onClose(id)}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tab({
  id,
  held,
  place,
  current,
  account,
  onSelect,
}: {
  id: number;
  held: TicketView | undefined;
  place: number | undefined;
  current: boolean;
  account: number;
  onSelect: (id: number) => void;
}) {
  const ticket = useTicket(id, !held).data ?? held;
  return (
    <UnstyledButton className={classes.tab} aria-current={current || undefined} onClick={() => onSelect(id)}>
      {place && <KeyHint name={String(place)} visibleFrom="sm" />}
      <span className={classes.name}>
        #{id} {ticket && <CustomerName ticket={ticket} />}
      </span>
      {held && !current && <Standing ticket={held} account={account} />}
    </UnstyledButton>
  );
}
