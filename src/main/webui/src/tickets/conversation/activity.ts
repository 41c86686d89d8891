import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { api, data } from '../../api/client';
import type { ActivityView } from '../../api/schema';
import { useFeed } from '../../feed/useFeed';
import { useVisible } from './attention';
import { conversationQuery } from './queries';

type State = ActivityView['state'];
type Audience = ActivityView['audience'];

/** A little more often than the server forgets it. */
const LOOK_EVERY = 20_000;
const TYPE_EVERY = 4_000;
/** So long is believed what was heard of others; not by the server's clock, which is another. */
const HOLDS: Record<State, number> = { LOOKING: 30_000, TYPING: 6_000, LEFT: 0 };

let pageOfShop: () => string | undefined = () => undefined;

/** Says where to learn on which page of the shop the customer is. */
export function findPageBy(find: () => string | undefined): void {
  pageOfShop = find;
}

const nobody: readonly ActivityView[] = [];

/** A conversation that is before somebody, as the server learns of it and tells of others there. */
class Room {
  others: readonly ActivityView[] = nobody;
  private readonly heardAt = new Map<number, number>();
  private readonly watchers = new Set<() => void>();
  private looks = 0;
  private typedAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly id: number) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly present = () => this.others;

  /** Begins to look; what it returns ends it. */
  enter(): () => void {
    this.looks++;
    void this.tell('LOOKING');
    const beats = setInterval(() => {
      if (Date.now() - this.typedAt > TYPE_EVERY) {
        void this.tell('LOOKING');
      }
    }, LOOK_EVERY);
    return () => {
      clearInterval(beats);
      this.looks--;
      if (this.looks === 0) {
        void this.tell('LEFT');
        this.put(nobody);
      }
    };
  }

  types(audience: Audience, writes: boolean): void {
    const now = Date.now();
    if (writes && now - this.typedAt >= TYPE_EVERY) {
      this.typedAt = now;
      void this.tell('TYPING', audience);
    } else if (!writes && this.typedAt > 0) {
      this.typedAt = 0;
      void this.tell('LOOKING');
    }
  }

  hear(activity: ActivityView): void {
    const others = this.others.filter(({ accountId }) => accountId !== activity.accountId);
    this.heardAt.set(activity.accountId, Date.now());
    this.put(activity.state === 'LEFT' ? others : [...others, activity]);
  }

  /** Whoever said something has ceased to type it. */
  said(account: number): void {
    if (this.others.some(({ accountId, state }) => accountId === account && state === 'TYPING')) {
      this.put(
        this.others.map((each) => (each.accountId === account ? { ...each, state: 'LOOKING' } : each)),
      );
    }
  }

  /** It is no news to anybody whether it arrives: the next one follows soon. */
  private async tell(state: State, audience?: Audience): Promise<void> {
    const page = pageOfShop();
    try {
      const others = await data(
        api.PUT('/api/v1/conversations/{id}/activity', {
          params: { path: { id: this.id } },
          body: {
            state,
            ...(audience && { audience }),
            ...(page && { page }),
            ...(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(navigator.language) && {
              language: navigator.language,
            }),
          },
          // The page may be closing.
          keepalive: state === 'LEFT',
        }),
      );
      if (this.looks > 0 && state !== 'LEFT') {
        for (const { accountId } of others) {
          this.heardAt.set(accountId, Date.now());
        }
        this.put(others);
      }
    } catch {
      // Nobody misses it.
    }
  }

  private put(others: readonly ActivityView[]): void {
    this.others = others;
    clearTimeout(this.timer);
    const ends = others.map((each) => (this.heardAt.get(each.accountId) ?? 0) + HOLDS[each.state]);
    if (ends.length > 0) {
      this.timer = setTimeout(() => this.expire(), Math.max(0, Math.min(...ends) - Date.now()));
    }
    for (const watcher of this.watchers) {
      watcher();
    }
  }

  /** Those who cease to type still look. */
  private expire(): void {
    const age = ({ accountId }: ActivityView) => Date.now() - (this.heardAt.get(accountId) ?? 0);
    this.put(
      this.others
        .map((each) =>
          each.state === 'TYPING' && age(each) >= HOLDS.TYPING
            ? { ...each, state: 'LOOKING' as const }
            : each,
        )
        .filter((each) => age(each) < HOLDS.LOOKING),
    );
  }
}

const rooms = new Map<number, Room>();

function roomOf(id: number): Room {
  let room = rooms.get(id);
  if (!room) {
    room = new Room(id);
    rooms.set(id, room);
  }
  return room;
}

/** Tells that somebody writes in a conversation, or has nothing written any more. */
export function types(id: number, audience: Audience, text: string): void {
  roomOf(id).types(audience, text !== '');
}

/**
 * The others who have a conversation before them, while one has it oneself.
 *
 * @param inView whether it is on the screen
 * @param author of the last message
 * @param last its number
 */
export function useOthers(
  id: number,
  inView: boolean,
  author: number | undefined,
  last: number | undefined,
): readonly ActivityView[] {
  const client = useQueryClient();
  const room = roomOf(id);
  const there = useVisible() && inView;
  useEffect(() => (there ? room.enter() : undefined), [room, there]);
  useFeed(({ type, conversationId, activity }) => {
    if (conversationId !== id) {
      return;
    }
    if (type === 'ACTIVITY' && activity) {
      room.hear(activity);
    } else if (type === 'POSITION') {
      void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey, exact: true });
    }
  });
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    // What was said before one came here ends nothing.
    if (author !== undefined && last !== undefined && before.current !== undefined && last > before.current) {
      room.said(author);
    }
    before.current = last;
  }, [room, author, last]);
  return useSyncExternalStore(room.watch, room.present);
}
