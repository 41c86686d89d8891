import { Button, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, MessageView } from '../../api/schema';
import { dateFormat } from '../../app/dates';
import { ErrorAlert } from '../../ui/ErrorAlert';
import { useOthers } from './activity';
import { useInView } from './attention';
import { MessageGroup } from './MessageGroup';
import { groupsOf } from './messages';
import { nameOf, textOf } from './names';
import { Outgoing } from './Outgoing';
import type { Unsent } from './outbox';
import { Others } from './parts';
import classes from './Thread.module.css';
import { useAnnounced, usePosition, useThread } from './useThread';
import './words';

/** So near the end somebody reads what comes. */
const NEAR = 80;

interface Props {
  conversationId: number;
  /** The account of who reads. */
  account: number;
  /** Whether they are the customer; else they are staff. */
  customer: boolean;
  /** Where there is nothing yet. */
  empty?: ReactNode;
  /** After the last message, as what to do now that it is over. */
  end?: ReactNode;
  onQuote?: ((message: MessageView) => void) | undefined;
  onRemove?: ((message: MessageView) => void) | undefined;
  /** Whether the reader may take something out of a message. */
  mayRemove?: (message: MessageView) => boolean;
  onSplit?: ((message: MessageView) => void) | undefined;
  /** Where one's own words that are held back can be written on. */
  onTakeBack?: (unsent: Unsent) => void;
}

/** What was said, as it is said: the latest, and on the way up what was before. */
export function Thread({
  conversationId,
  account,
  customer,
  empty,
  end,
  onQuote,
  onRemove,
  mayRemove,
  onSplit,
  onTakeBack,
}: Props) {
  const { t } = useTranslation('conversation');
  const thread = useThread(conversationId, account);
  const { items, unsent, loadOlder, older, loadingOlder, readAtFirst } = thread;
  const box = useRef<HTMLElement>(null);
  const { atEnd, toEnd, onScroll } = useScrolling(box, items, unsent.length, unsent.at(-1)?.clientId);
  const last = items?.at(-1)?.number;
  const inView = useInView(box);
  usePosition(conversationId, account, last, atEnd, inView);
  const nameIn = useCallback((message: MessageView) => nameOf(t, message, account), [t, account]);
  const announced = useAnnounced(items, account, (message) =>
    t('said', { name: nameIn(message), text: textOf(t, message) }),
  );
  const firstNew = useMemo(() => {
    const news = readAtFirst ? (items?.filter(({ number }) => number > readAtFirst) ?? []) : [];
    // Who has answered has read them.
    return news.some(({ author }) => author.id === account) ? undefined : news[0]?.number;
  }, [items, readAtFirst, account]);
  const groups = useMemo(() => groupsOf(items ?? [], firstNew), [items, firstNew]);
  const seen = seenOf(items, thread.conversation, customer, account);
  const jump = useJump(box, items, older, loadOlder);
  const fresh = useFresh(items, account, atEnd);
  const others = useOthers(conversationId, inView, items?.at(-1)?.author.id, last);

  if (thread.problem) {
    return (
      <div className={classes.whole}>
        <ErrorAlert problem={thread.problem} retry={thread.retry} />
      </div>
    );
  }
  return (
    <div className={classes.whole}>
      <VisuallyHidden aria-live="polite" data-testid="announced">
        {/* The same words once more are another message. */}
        <span key={announced.last}>{announced.text}</span>
      </VisuallyHidden>
      <div className={classes.stage}>
        <section
          ref={box}
          className={classes.box}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard must be able to scroll it
          tabIndex={0}
          aria-label={t('title')}
          aria-description={onQuote && t(onRemove ? 'byKeysToo' : 'byKeys')}
          onKeyDown={(event) => walk(event, box.current)}
          onScroll={() => {
            onScroll();
            if (older && !loadingOlder && box.current && box.current.scrollTop < NEAR) {
              void loadOlder();
            }
          }}
          data-testid="thread"
        >
          {!items ? (
            <Stack role="status" aria-label={t('common:loading')} gap="xs">
              <Skeleton h={44} w="55%" radius="lg" />
              <Skeleton h={44} w="70%" radius="lg" ml="auto" />
              <Skeleton h={44} w="40%" radius="lg" />
            </Stack>
          ) : (
            <>
              {older && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  loading={loadingOlder}
                  onClick={() => void loadOlder()}
                  className={classes.older}
                >
                  {t('earlier')}
                </Button>
              )}
              {items.length === 0 && unsent.length === 0 && (empty ?? <Text c="dimmed">{t('nothing')}</Text>)}
              <ol className={classes.groups}>
                {groups.map((group) => (
                  <Fragment key={group.key}>
                    {group.day && <Day time={group.messages[0]?.at ?? ''} />}
                    {group.key === firstNew && (
                      <li className={classes.fresh}>
                        <span>{t('newOnes')}</span>
                      </li>
                    )}
                    <MessageGroup
                      group={group}
                      account={account}
                      customer={customer}
                      seen={seen}
                      known={items}
                      onQuote={onQuote}
                      onRemove={onRemove}
                      mayRemove={mayRemove}
                      onSplit={onSplit}
                      onJump={jump}
                    />
                  </Fragment>
                ))}
              </ol>
              <Outgoing
                unsent={unsent}
                known={items}
                conversationId={conversationId}
                account={account}
                onTakeBack={onTakeBack}
              />
              {end}
            </>
          )}
        </section>
        {!atEnd && (
          <Button
            variant={fresh > 0 ? 'filled' : 'default'}
            size="compact-sm"
            radius="xl"
            className={classes.toEnd}
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={toEnd}
          >
            {fresh > 0 ? t('newToEnd', { count: fresh }) : t('toEnd')}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <Suspense fallback={null}>
          <Others others={others} customer={customer} />
        </Suspense>
      )}
    </div>
  );
}

function Day({ time }: { time: string }) {
  const { t, i18n } = useTranslation('conversation');
  const day = new Date(time);
  const ago = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  const format = dateFormat(i18n.language, { dateStyle: ago < 180 ? 'full' : 'long' });
  return (
    <li className={classes.day}>
      <time dateTime={time}>{ago === 0 ? t('today') : ago === 1 ? t('yesterday') : format.format(day)}</time>
    </li>
  );
}

/** Which message of one's own the other side has read last, and what is known of the very last one. */
export interface Seen {
  seen: number | undefined;
  last: number | undefined;
  delivered: boolean;
}

function seenOf(
  items: readonly MessageView[] | undefined,
  conversation: ConversationView | undefined,
  customer: boolean,
  account: number,
): Seen {
  const others = conversation?.participants.filter((each) => each.customer !== customer) ?? [];
  const read = Math.max(0, ...others.map(({ readUpTo }) => readUpTo));
  const delivered = Math.max(0, ...others.map(({ deliveredUpTo }) => deliveredUpTo));
  const mine = items?.filter(({ author, audience }) => author.id === account && audience === 'PUBLIC');
  const last = mine?.at(-1)?.number;
  return {
    seen: mine?.findLast(({ number }) => number <= read)?.number,
    last,
    delivered: last !== undefined && last <= delivered,
  };
}

/** Stays at the end while somebody reads there, and where it is while they read further up. */
function useScrolling(
  box: RefObject<HTMLElement | null>,
  items: readonly MessageView[] | undefined,
  sending: number,
  sentLast: string | undefined,
) {
  const [atEnd, setAtEnd] = useState(true);
  const stays = useRef(true);
  const before = useRef<{ first?: number | undefined; height: number }>({ height: 0 });
  const toEnd = useCallback(() => {
    const it = box.current;
    if (it) {
      it.scrollTop = it.scrollHeight;
      stays.current = true;
      setAtEnd(true);
    }
  }, [box]);
  const first = items?.[0]?.number;
  const last = items?.at(-1)?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever comes makes it longer
  useLayoutEffect(() => {
    const it = box.current;
    if (!it) {
      return;
    }
    const known = before.current;
    const olderCame = known.first !== undefined && first !== undefined && first < known.first;
    if (olderCame && !stays.current) {
      it.scrollTop += it.scrollHeight - known.height;
    } else if (stays.current) {
      it.scrollTop = it.scrollHeight;
    }
    before.current = { first, height: it.scrollHeight };
  }, [box, first, last, sending]);
  // Who writes wants to see it.
  useEffect(() => {
    if (sentLast) {
      toEnd();
    }
  }, [sentLast, toEnd]);
  // The keyboard of a phone, or a longer text below, leaves it less room; a picture takes more once it is there.
  useEffect(() => {
    const it = box.current;
    if (!it) {
      return undefined;
    }
    const stay = () => {
      if (stays.current) {
        it.scrollTop = it.scrollHeight;
      }
    };
    const observer = new ResizeObserver(stay);
    observer.observe(it);
    // Of pictures, which do not bubble.
    it.addEventListener('load', stay, true);
    return () => {
      observer.disconnect();
      it.removeEventListener('load', stay, true);
    };
  }, [box]);
  const onScroll = () => {
    const it = box.current;
    if (it) {
      stays.current = it.scrollHeight - it.scrollTop - it.clientHeight < NEAR;
      setAtEnd(stays.current);
    }
  };
  return { atEnd, toEnd, onScroll };
}

/** How many of others came while somebody read further up. */
function useFresh(items: readonly MessageView[] | undefined, account: number, atEnd: boolean): number {
  const last = items?.at(-1)?.number ?? 0;
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (atEnd) {
      setLeft(last);
    }
  }, [atEnd, last]);
  return atEnd || left === 0
    ? 0
    : (items?.filter(({ number, author }) => number > left && author.id !== account).length ?? 0);
}

/** With the arrows from message to message: to quote one of many takes no more keys than to come there. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const there = [...(box?.querySelectorAll<HTMLElement>('[data-quotes]') ?? [])];
  if (by === undefined || there.length === 0 || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const at = there.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? there.at(-1) : there[at + by];
  if (next) {
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}

/** Leads to a message, also to one that is further up than what was loaded. */
function useJump(
  box: RefObject<HTMLElement | null>,
  items: readonly MessageView[] | undefined,
  older: boolean,
  loadOlder: () => Promise<void>,
): (number: number) => void {
  const [wanted, setWanted] = useState<number>();
  useEffect(() => {
    if (wanted === undefined || !items) {
      return;
    }
    const there = box.current?.querySelector<HTMLElement>(`[data-number="${wanted}"]`);
    if (there) {
      there.scrollIntoView({ block: 'center' });
      there.focus({ preventScroll: true });
      setWanted(undefined);
    } else if (older && (items[0]?.number ?? 0) > wanted) {
      void loadOlder();
    } else {
      setWanted(undefined);
    }
  }, [wanted, items, older, loadOlder, box]);
  return setWanted;
}
