import { ActionIcon, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconHeadset, IconKeyboard } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { AgentView, TicketView } from '../api/schema';
import { useKeys } from '../parts/keys';
import { usePrefetch } from '../parts/parts';
import { useMe } from '../session/session';
import { useTicket } from '../tickets';
import { useStoredDrafts } from '../tickets/drafts';
import { isAnswering, useAnswer, useOffers } from './answers';
import classes from './Desk.module.css';
import * as inner from './innerParts';
import { NotifyButton } from './NotifyButton';
import { Offers } from './Offers';
import type { DeskPart } from './PartChoice';
import { PresenceSwitch, usePresence } from './PresenceSwitch';
import * as later from './parts';
import { Aside, KeySheet, PartChoice, TabBar, TicketPane, Transfer } from './parts';
import { usePreference } from './preferences';
import { heldQuery, myAgentQuery, pendingQuery, resolvedQuery } from './queries';
import { chime, notify, useSoundAllowed } from './ringing';
import { isHeldBy, isStep, type Kind, kindsOf } from './steps';
import { TicketList } from './TicketList';
import { useHeld } from './useHeld';
import { useKept } from './useKept';
import { useStillThere } from './useStillThere';
import { useTabs } from './useTabs';
import './words';

const NOT_HELD: TicketView[] = [];

/** Where agents work: what they hold, what they are asked to take, and all they need for it. */
export function Desk() {
  const { t } = useTranslation('desk');
  const me = useMe();
  const client = useQueryClient();
  const agent = useQuery(myAgentQuery(me.id)).data;
  const held = useQuery(heldQuery(me.id));
  const pending = useInfiniteQuery(pendingQuery(me.id));
  const resolved = useQuery({ ...resolvedQuery(me.id), select: latestFirst });
  const offers = useOffers();
  const presence = usePresence(me.id);
  const [muted, setMuted] = usePreference('muted');
  const [keysOff] = usePreference('keys-off');
  const [part, setPart] = useKept<DeskPart>('part', 'list');
  const [kinds, setKinds] = useKept<Record<number, Kind>>('kinds', {});
  const [replies, setReplies] = useState(false);
  const [transferring, setTransferring] = useState<number | undefined>();
  const [sheet, setSheet] = useState(false);
  const [declining, setDeclining] = useState<number | undefined>();
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLTextAreaElement | null>(null);
  const accepted = useRef(new Set<number>());
  const mine = held.data ?? NOT_HELD;
  const tabs = useTabs(mine.map((ticket) => ticket.id));
  const latestSelect = useRef(tabs.select);
  latestSelect.current = tabs.select;
  const selected = useTicket(tabs.selected ?? 0, tabs.selected !== undefined).data;
  // Always the same, or every row of the list would be drawn anew.
  const show = useCallback(
    (id: number) => {
      latestSelect.current(id);
      setPart('ticket');
    },
    [setPart],
  );
  const hands = useHeld(
    held.data,
    (ticket) => {
      setSaid(t('came', { id: ticket.id, customer: ticket.details?.customerName ?? '' }));
      if (!accepted.current.delete(ticket.id)) {
        if (!muted) {
          chime();
        }
        notify(
          t('cameTitle'),
          `#${ticket.id} ${ticket.details?.customerName ?? ''}`,
          `patchbay-ticket-${ticket.id}`,
        );
      }
    },
    (ticket) => {
      setSaid(t('takenSaid', { id: ticket.id }));
      tabs.keep(ticket.id);
    },
  );
  const answer = useAnswer((ticketId) => {
    accepted.current.add(ticketId);
    show(ticketId);
  });
  const stillThere = useStillThere({ agent, held: mine, presence, muted });
  useSoundAllowed();
  usePrefetch({ ...later, ...inner });
  useStoredDrafts();

  const pendingTickets = pending.data?.pages.flatMap((page) => page.items);
  const kind = tabs.selected === undefined ? 'note' : (kinds[tabs.selected] ?? 'note');
  const setKind = (next: Kind) => {
    if (tabs.selected !== undefined) {
      setKinds({ ...kinds, [tabs.selected]: next });
    }
  };
  const write = (next: Kind) => {
    if (selected && kindsOf(selected, me.id).includes(next)) {
      // The field may only now be shown.
      flushSync(() => {
        setPart('ticket');
        setKind(next);
      });
      input.current?.focus();
    }
  };
  const move = (by: number) => {
    const all = [...mine, ...(pendingTickets ?? []), ...(resolved.data ?? [])];
    const next = all[all.findIndex((ticket) => ticket.id === tabs.selected) + by];
    if (next) {
      show(next.id);
    }
  };
  const onSent = (ticket: TicketView, sent: Kind) => {
    if (isStep(sent)) {
      setKinds(({ [ticket.id]: _, ...others }) => others);
      setSaid(t(`sent.${sent}`, { id: ticket.id }));
      notifications.show({ message: t(`sent.${sent}`, { id: ticket.id }) });
    }
    letOff(ticket);
  };
  const letOff = (ticket: TicketView) => {
    if (!isHeldBy(ticket, me.id)) {
      client.setQueryData(heldQuery(me.id).queryKey, (all) => all?.filter((each) => each.id !== ticket.id));
      hands.forget(ticket.id);
      tabs.close(ticket.id);
    }
  };
  const close = (id: number) => {
    hands.forget(id);
    tabs.close(id);
  };
  const isMine = (id: number | undefined) => mine.some((ticket) => ticket.id === id);
  const dialogue =
    sheet || replies || transferring !== undefined || choosing || asking || stillThere !== null;
  const keys: [string, () => void][] = [
    [
      'a',
      () => offers[0] && !isAnswering(answer, offers[0]) && answer.mutate({ offer: offers[0], accept: true }),
    ],
    ['d', () => offers[0] && setDeclining(offers[0].id)],
    ['n', () => write('note')],
    ['c', () => write('remark')],
    ['p', () => write('pend')],
    ['r', () => write('resolve')],
    ['l', () => write('release')],
    ['t', () => selected && isHeldBy(selected, me.id) && setTransferring(selected.id)],
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['x', () => tabs.selected !== undefined && !isMine(tabs.selected) && close(tabs.selected)],
    ['i', () => setPart('details')],
    ['s', () => setChoosing(true)],
    ['w', () => agent?.presence === 'WRAP_UP' && presence.mutate({ presence: 'AVAILABLE' })],
    ['m', () => setMuted(!muted)],
    ...Array.from({ length: 9 }, (_, index): [string, () => void] => [
      String(index + 1),
      () => {
        const id = tabs.ids[index];
        if (id !== undefined) {
          show(id);
        }
      },
    ]),
    // Where they are typed with and without Shift.
    ...['/', 'shift+/'].map((key): [string, () => void] => [
      key,
      () => {
        if (selected && kindsOf(selected, me.id).length > 0) {
          flushSync(() => setPart('ticket'));
          setReplies(true);
        }
      },
    ]),
    ...['?', 'shift+?'].map((key): [string, () => void] => [key, () => setSheet(true)]),
  ];
  useKeys(dialogue || keysOff ? [] : keys);

  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const medium = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const parts: DeskPart[] = wide ? [] : medium ? ['ticket', 'details'] : ['list', 'ticket', 'details'];
  const shown = parts.includes(part) ? part : parts[0];
  const has = (each: DeskPart) => wide || shown === each || (each === 'list' && medium);
  const id = tabs.selected;
  return (
    <div className={classes.desk}>
      <h1 className={classes.hidden}>{t('common:desk')}</h1>
      <p className={classes.hidden} aria-live="polite">
        {said}
      </p>
      <PresenceSwitch id={me.id} opened={choosing} onOpen={setChoosing} />
      {stillThere}
      <Offers offers={offers} answer={answer} declining={declining} onDecline={setDeclining} />
      {parts.length > 0 && (
        <Suspense fallback={<Skeleton h={36} />}>
          <PartChoice parts={parts} shown={shown ?? 'ticket'} held={mine.length} onChoose={setPart} />
        </Suspense>
      )}
      <div className={classes.columns}>
        {has('list') && (
          <nav className={classes.list} aria-label={t('tickets')}>
            <div className={classes.scroll}>
              <TicketList
                account={me.id}
                held={held.data}
                pending={pendingTickets}
                resolved={resolved.data}
                problem={held.error ?? pending.error ?? resolved.error}
                morePending={pending.hasNextPage ? () => void pending.fetchNextPage() : undefined}
                loadingMore={pending.isFetchingNextPage}
                selected={id}
                onSelect={show}
                hands={{
                  onStart: hands.letGo,
                  onFailed: hands.holdOn,
                  onDone: letOff,
                  onAsking: setAsking,
                }}
                empty={
                  <Nothing agent={agent} onAvailable={() => presence.mutate({ presence: 'AVAILABLE' })} />
                }
              />
            </div>
            <Group className={classes.foot} justify="space-between" gap="xs">
              <NotifyButton />
              <ActionIcon
                title={t('keys.title')}
                variant="subtle"
                color="gray"
                aria-label={t('keys.title')}
                ml="auto"
                onClick={() => setSheet(true)}
              >
                <IconKeyboard size={18} />
              </ActionIcon>
            </Group>
          </nav>
        )}
        {has('ticket') && (
          <section className={classes.ticket} aria-label={t('conversation')}>
            {tabs.ids.length > 1 && (
              <Suspense fallback={null}>
                <TabBar ids={tabs.ids} selected={id} mine={mine} onSelect={show} onClose={close} />
              </Suspense>
            )}
            {id === undefined ? (
              <Rest agent={agent} />
            ) : (
              <Suspense fallback={null}>
                <TicketPane
                  key={id}
                  id={id}
                  taken={hands.taken.has(id)}
                  kind={kind}
                  onKind={setKind}
                  input={input}
                  replies={replies}
                  onReplies={setReplies}
                  onTransfer={() => setTransferring(id)}
                  onStart={(sent) => isStep(sent) && hands.letGo(id)}
                  onFailed={() => hands.holdOn(id)}
                  onSent={onSent}
                  onClose={isMine(id) ? undefined : () => close(id)}
                />
              </Suspense>
            )}
          </section>
        )}
        {has('details') && (
          <aside className={classes.details} aria-label={t('part.details')}>
            {id === undefined ? (
              <Text size="sm" p="md" className={classes.dim}>
                {t('noDetails')}
              </Text>
            ) : (
              <Suspense fallback={null}>
                <Aside id={id} onOpen={show} />
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
              notifications.show({ message: t('transferred', { id: ticket.id, to }) });
              setSaid(t('transferred', { id: ticket.id, to }));
              close(ticket.id);
            }}
          />
        )}
        {sheet && <KeySheet onClose={() => setSheet(false)} />}
      </Suspense>
    </div>
  );
}

function latestFirst(tickets: TicketView[]): TicketView[] {
  return tickets.toSorted((one, other) =>
    (other.resolvedAt ?? other.updatedAt).localeCompare(one.resolvedAt ?? one.updatedAt),
  );
}

/** Nothing in hand: what to do about it. */
function Nothing({ agent, onAvailable }: { agent: AgentView | undefined; onAvailable: () => void }) {
  const { t } = useTranslation('desk');
  const there = agent === undefined || agent.presence === 'AVAILABLE';
  return (
    <Stack gap={6} align="start" px="xs" py={4}>
      <Text size="sm" className={classes.dim}>
        {t(there ? 'nothingHeld' : 'notAvailable')}
      </Text>
      {!there && (
        <Button size="compact-sm" onClick={onAvailable}>
          {t('becomeAvailable')}
        </Button>
      )}
    </Stack>
  );
}

function Rest({ agent }: { agent: AgentView | undefined }) {
  const { t } = useTranslation('desk');
  return (
    <Stack align="center" justify="center" gap="xs" h="100%" p="xl" ta="center">
      <IconHeadset size={40} stroke={1.4} className={classes.dim} aria-hidden />
      <Text fw={600}>{t('restTitle')}</Text>
      <Text size="sm" className={classes.dim} maw={360}>
        {t(agent?.presence === 'AVAILABLE' ? 'restAvailable' : 'restAway')}
      </Text>
    </Stack>
  );
}
