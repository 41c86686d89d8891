import { ActionIcon, Group, Skeleton, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKeyboard } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { useMe } from '../app/session';
import { useFeed } from '../feed/useFeed';
import { usePrefetch } from '../parts/parts';
import { useTicket } from '../tickets';
import { isRead } from '../tickets/conversation/attention';
import { buttons, useOutbox } from '../tickets/conversation/outbox';
import * as conversation from '../tickets/conversation/parts';
import { useStoredDrafts } from '../tickets/drafts';
import * as labels from '../tickets/labels/parts';
import { tick, useSoundAllowed } from '../tickets/sound';
import { isAnswering, useAnswer, useOffers } from './answers';
import classes from './Desk.module.css';
import { NothingHeld, Rest } from './Idle';
import * as inner from './innerParts';
import { Offers } from './Offers';
import { PresenceSwitch, usePresence } from './PresenceSwitch';
import * as later from './parts';
import { Aside, Extras, KeySheet, NotifyButton, PartChoice, TabBar, TicketPane, Transfer } from './parts';
import { usePreference } from './preferences';
import { heldQuery, myAgentQuery } from './queries';
import { chime, notify } from './ringing';
import { isHeldBy, isStep, type Kind } from './steps';
import { TicketList } from './TicketList';
import { useDeskKeys } from './useDeskKeys';
import { useHeld } from './useHeld';
import { useLayout } from './useLayout';
import { useMyTickets } from './useMyTickets';
import { useSelection } from './useSelection';
import { useStillThere } from './useStillThere';
import { useWriting } from './useWriting';
import './words';

/** Where agents work: what they hold, what they are asked to take, and all they need for it. */
export function Desk() {
  const { t } = useTranslation('desk');
  const me = useMe();
  const client = useQueryClient();
  const agent = useQuery(myAgentQuery(me.id)).data;
  const tickets = useMyTickets(me.id);
  const offers = useOffers();
  const presence = usePresence(me.id);
  const [muted, setMuted] = usePreference('muted');
  const [keysOff] = usePreference('keys-off');
  const [said, setSaid] = useState('');
  // Dialogues before the desk, and what they are about.
  const [replies, setReplies] = useState(false);
  const [transferring, setTransferring] = useState<number | undefined>();
  const [sheet, setSheet] = useState(false);
  const [declining, setDeclining] = useState<number | undefined>();
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState(false);

  const layout = useLayout();
  const showTicket = () => layout.choose('ticket');
  const selection = useSelection(tickets.mine, tickets.listed, showTicket);
  const id = selection.selected;
  const selected = useTicket(id ?? 0, id !== undefined).data;
  const writing = useWriting(id, selected, me.id, showTicket);

  const accepted = useRef(new Set<number>());
  const answer = useAnswer((ticketId) => {
    accepted.current.add(ticketId);
    selection.show(ticketId);
  });
  const hands = useHeld(
    tickets.held,
    (ticket) => {
      const customer = ticket.details?.customerName ?? '';
      setSaid(t('came', { id: ticket.id, customer }));
      if (!accepted.current.delete(ticket.id)) {
        if (!muted) {
          chime();
        }
        notify(t('cameTitle'), `#${ticket.id} ${customer}`, `patchbay-ticket-${ticket.id}`);
      }
    },
    (ticket) => {
      setSaid(t('takenSaid', { id: ticket.id }));
      selection.keep(ticket.id);
    },
  );
  const stillThere = useStillThere({ agent, held: tickets.mine, presence, muted });
  useSoundAllowed();
  useOutbox(me.id, client);
  useFeed(({ type, ticketId, conversationId }) => {
    const ticket = type === 'SAID' && tickets.mine.find((each) => each.id === ticketId);
    if (ticket && !isRead(conversationId ?? 0)) {
      if (!muted) {
        tick();
      }
      const customer = ticket.details?.customerName ?? '';
      notify(t('saidTitle', { customer }), `#${ticket.id}`, `patchbay-said-${ticket.id}`);
    }
  });
  usePrefetch({ ...later, ...inner, ...labels, ...conversation, buttons });
  useStoredDrafts();

  const becomeAvailable = () => presence.mutate({ presence: 'AVAILABLE' });
  const close = (closed: number) => {
    hands.forget(closed);
    selection.close(closed);
  };
  const letOff = (ticket: TicketView) => {
    if (!isHeldBy(ticket, me.id)) {
      client.setQueryData(heldQuery(me.id).queryKey, (all) => all?.filter((each) => each.id !== ticket.id));
      close(ticket.id);
    }
  };
  const tell = (message: string) => {
    setSaid(message);
    notifications.show({ message });
  };
  const onSent = (ticket: TicketView, sent: Kind, said?: string) => {
    if (isStep(sent)) {
      writing.end(ticket.id);
      tell(said ?? t(`sent.${sent}`, { id: ticket.id }));
    }
    letOff(ticket);
  };

  const [firstOffer] = offers;
  const dialogue =
    sheet || replies || transferring !== undefined || choosing || asking || stillThere !== null;
  useDeskKeys(
    {
      accept: () =>
        firstOffer && !isAnswering(answer, firstOffer) && answer.mutate({ offer: firstOffer, accept: true }),
      decline: () => firstOffer && setDeclining(firstOffer.id),
      write: writing.begin,
      transfer: () => selected && isHeldBy(selected, me.id) && setTransferring(selected.id),
      move: selection.move,
      showOpen: selection.showOpen,
      close: () => id !== undefined && !selection.isHeld(id) && close(id),
      showDetails: () => layout.choose('details'),
      choosePresence: () => setChoosing(true),
      endWrapUp: () => agent?.presence === 'WRAP_UP' && becomeAvailable(),
      mute: () => setMuted(!muted),
      showReplies: () => {
        if (writing.canWrite) {
          flushSync(showTicket);
          setReplies(true);
        }
      },
      showKeys: () => setSheet(true),
    },
    dialogue || keysOff,
  );

  return (
    <div className={classes.desk}>
      <h1 className={classes.hidden}>{t('common:desk')}</h1>
      <p className={classes.hidden} aria-live="polite">
        {said}
      </p>
      <PresenceSwitch id={me.id} opened={choosing} onOpen={setChoosing} />
      {stillThere}
      <Suspense fallback={null}>
        <Extras account={me.id} held={tickets.mine} onOpen={selection.show} />
      </Suspense>
      <Offers offers={offers} answer={answer} declining={declining} onDecline={setDeclining} />
      {layout.chosen && (
        <Suspense fallback={<Skeleton h={36} />}>
          <PartChoice
            parts={layout.choices}
            shown={layout.chosen}
            held={tickets.mine.length}
            onChoose={layout.choose}
          />
        </Suspense>
      )}
      <div className={classes.columns}>
        {layout.shows('list') && (
          <nav className={classes.list} aria-label={t('tickets')}>
            <div className={classes.scroll}>
              <TicketList
                account={me.id}
                held={tickets.held}
                pending={tickets.pending}
                resolved={tickets.resolved}
                problem={tickets.problem}
                morePending={tickets.morePending}
                loadingMore={tickets.loadingMore}
                selected={id}
                onSelect={selection.show}
                hands={{
                  onStart: hands.letGo,
                  onFailed: hands.holdOn,
                  onDone: letOff,
                  onAsking: setAsking,
                }}
                empty={<NothingHeld agent={agent} onAvailable={becomeAvailable} />}
              />
            </div>
            <Group className={classes.foot} justify="space-between" gap="xs">
              <Suspense fallback={null}>
                <NotifyButton />
              </Suspense>
              <ActionIcon
                title={t('keysTitle')}
                variant="subtle"
                color="gray"
                aria-label={t('keysTitle')}
                ml="auto"
                onClick={() => setSheet(true)}
              >
                <IconKeyboard size={18} />
              </ActionIcon>
            </Group>
          </nav>
        )}
        {layout.shows('ticket') && (
          <section className={classes.ticket} aria-label={t('conversation')}>
            {selection.open.length > 1 && (
              <Suspense fallback={null}>
                <TabBar
                  ids={selection.open}
                  account={me.id}
                  selected={id}
                  mine={tickets.mine}
                  onSelect={selection.show}
                  onClose={close}
                />
              </Suspense>
            )}
            {id === undefined ? (
              tickets.held && <Rest agent={agent} />
            ) : (
              <Suspense fallback={null}>
                <TicketPane
                  key={id}
                  id={id}
                  taken={hands.taken.has(id)}
                  kind={writing.kind}
                  onKind={writing.choose}
                  input={writing.input}
                  replies={replies}
                  onReplies={setReplies}
                  onTransfer={() => setTransferring(id)}
                  onStart={(sent) => isStep(sent) && hands.letGo(id)}
                  onFailed={() => hands.holdOn(id)}
                  onSent={onSent}
                  onSaid={tell}
                  onAsking={setAsking}
                  onClose={selection.isHeld(id) ? undefined : () => close(id)}
                />
              </Suspense>
            )}
          </section>
        )}
        {layout.shows('details') && (
          <aside className={classes.details} aria-label={t('part.details')}>
            {id === undefined ? (
              <Text size="sm" p="md" className={classes.dim}>
                {t('noDetails')}
              </Text>
            ) : (
              <Suspense fallback={null}>
                <Aside id={id} onOpen={selection.show} />
              </Suspense>
            )}
          </aside>
        )}
      </div>
      <Suspense fallback={null}>
        {transferring !== undefined && (
          <Transfer
            id={transferring}
            onClose={() => setTransferring(undefined)}
            onStart={() => hands.letGo(transferring)}
            onFailed={() => hands.holdOn(transferring)}
            onDone={(ticket, to) => {
              setTransferring(undefined);
              tell(t('transferred', { id: ticket.id, to }));
              close(ticket.id);
            }}
          />
        )}
        {sheet && <KeySheet onClose={() => setSheet(false)} />}
      </Suspense>
    </div>
  );
}
