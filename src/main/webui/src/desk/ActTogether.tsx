import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { saveDraft } from '../tickets/drafts';
import { carryOut } from '../tickets/together/carryOut';
import { type Step, steps } from '../tickets/together/steps';
import { Together } from '../tickets/together/Together';
import { WithWords } from '../tickets/together/WithWords';
import { type Destination, isHeldBy, kindsOf, take, transfer } from './steps';
import { TransferForm } from './TransferForm';

type Act = Step | 'transfer';
const acts: readonly Act[] = [...steps, 'transfer'];

export interface Hands {
  /** Somebody does something about a ticket of theirs, after which it may be no longer. */
  onStart: (id: number) => void;
  onFailed: (id: number) => void;
  onDone: (ticket: TicketView) => void;
  /** Keys are not for the page while something is asked. */
  onAsking: (asking: boolean) => void;
}

interface Props {
  selected: TicketView[];
  onDeselect: () => void;
  hands: Hands;
}

/** What agents do with several of their tickets. */
export default function ActTogether({ selected, onDeselect, hands }: Props) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const [asked, setAsked] = useState<{ act: Act; tickets: TicketView[] }>();
  const latest = useRef(hands);
  latest.current = hands;
  const asking = asked !== undefined;
  useEffect(() => latest.current.onAsking(asking), [asking]);
  const allows = (act: Act) => (ticket: TicketView) =>
    act === 'transfer' ? isHeldBy(ticket, me.id) : kindsOf(ticket, me.id).includes(act);
  const doing = async (ticket: TicketView, change: () => Promise<TicketView>) => {
    if (isHeldBy(ticket, me.id)) {
      latest.current.onStart(ticket.id);
    }
    try {
      const changed = await change();
      latest.current.onDone(changed);
      return changed;
    } catch (problem) {
      latest.current.onFailed(ticket.id);
      throw problem;
    }
  };
  const close = () => setAsked(undefined);
  return (
    <>
      <Together selected={selected.length} onDeselect={onDeselect}>
        {acts.map((act) => (
          <Button
            key={act}
            size="compact-sm"
            variant="default"
            disabled={!selected.some(allows(act))}
            onClick={() => setAsked({ act, tickets: selected })}
          >
            {t(`together:${act}`)}
          </Button>
        ))}
      </Together>
      {asked &&
        (asked.act === 'transfer' ? (
          <TransferSeveral
            tickets={asked.tickets}
            allows={allows('transfer')}
            doing={doing}
            onClose={close}
          />
        ) : (
          <WithWords
            step={asked.act}
            tickets={asked.tickets}
            allows={allows(asked.act)}
            take={(ticket, note) => doing(ticket, () => take(ticket, asked.act as Step, note))}
            onClose={close}
          />
        ))}
    </>
  );
}

function TransferSeveral({
  tickets,
  allows,
  doing,
  onClose,
}: {
  tickets: TicketView[];
  allows: (ticket: TicketView) => boolean;
  doing: (ticket: TicketView, change: () => Promise<TicketView>) => Promise<TicketView>;
  onClose: () => void;
}) {
  const { t } = useTranslation('together');
  const me = useMe();
  const client = useQueryClient();
  const count = tickets.length;
  const allowed = tickets.filter(allows).length;
  const handOn = async (to: Destination, note: string, name: string) => {
    const any = await carryOut(client, tickets, {
      title: t('transferDo'),
      allows,
      change: (ticket) => doing(ticket, () => transfer(ticket, to, note)),
      said: ({ id }, done) => t('said.transfer', { count: done, id, name }),
    });
    if (any) {
      saveDraft(me.id, 'together', 'transfer', '');
    }
  };
  return (
    <TransferForm
      title={t('transferTitle', { count, id: tickets[0]?.id })}
      about="together"
      hint={allowed < count && <Text size="sm">{t('others', { allowed, count })}</Text>}
      onSubmit={(to, note, name) => {
        onClose();
        void handOn(to, note, name);
      }}
      onClose={onClose}
    />
  );
}
