import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { api, data, newKey, Problem } from '../../api/client';
import { keys } from '../../api/keys';
import type { AttachmentView, Audience, FormAnswers, MessageView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { feed } from '../../feed/feed';
import { latePart } from '../../parts/parts';
import { useBusy } from '../../parts/quiet';
import { type Messages, withSaid } from './messages';

export const buttons = latePart(() => import('./asking'));

const PREFIX = 'patchbay-unsent';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** For so long a message may be taken back, where somebody wants that. */
export const HOLD = 10_000;
/** The place of what begins a conversation. */
export const NEW = 0;

/** What somebody wrote, until the server says that it has it. */
export interface Unsent {
  clientId: string;
  conversationId: number;
  text: string;
  audience: Audience;
  replyTo?: number;
  attachments?: AttachmentView[];
  /** With what begins a conversation: what was asked before. */
  answers?: FormAnswers;
  at: number;
  /** Whether last lines with brackets are meant as buttons or a form. */
  asks?: boolean;
  /** The colleagues who are told of it. */
  mentions?: number[];
  /** Until then it may be taken back, and is not sent. */
  heldUntil?: number;
  /** Why the server does not take it. */
  refused?: string;
}

/** What became of it: a message, or a conversation that it began. */
export type Sent = { message: MessageView } | { conversationId: number };

/**
 * Messages on their way. They are sent in their order, again and again until they are answered, also by the next page: the
 * server knows each by its `clientId`, and has it once.
 */
class Outbox {
  private readonly waiting = new Map<string, Unsent>();
  // Where storage is full or forbidden, they last as long as the page.
  private readonly unstored = new Set<string>();
  private readonly watchers = new Set<() => void>();
  private readonly listeners = new Set<(unsent: Unsent, sent: Sent) => void>();
  private readonly sending = new Set<number>();
  private lists = new Map<number, Unsent[]>();
  private account: number | undefined;
  private client: QueryClient | undefined;
  private stop: () => void = () => {};
  private wakers = new Set<() => void>();
  private last = 0;

  /** For as long as somebody is signed in. */
  start(account: number, client: QueryClient): () => void {
    this.stop();
    this.account = account;
    this.client = client;
    const onStorage = (event: StorageEvent) => {
      if (event.key === null || event.key.startsWith(`${PREFIX}:`)) {
        this.load();
      }
    };
    const wake = () => this.wake();
    const leave = () => this.leave();
    const stopWatching = feed.watch(() => feed.state() === 'live' && wake());
    window.addEventListener('storage', onStorage);
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', leave);
    this.stop = () => {
      this.account = undefined;
      this.stop = () => {};
      stopWatching();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('online', wake);
      window.removeEventListener('pagehide', leave);
      this.waiting.clear();
      this.unstored.clear();
      this.tell();
      wake();
    };
    this.load();
    return this.stop;
  }

  /**
   * @param hold for how long it may be taken back
   * @returns its `clientId`
   */
  put(
    message: Pick<
      Unsent,
      'conversationId' | 'text' | 'audience' | 'replyTo' | 'attachments' | 'answers' | 'asks' | 'mentions'
    >,
    hold = 0,
  ): string {
    const clientId = newKey();
    // Two of one moment keep their order.
    this.last = Math.max(this.last + 1, Date.now());
    this.keep({ ...message, clientId, at: this.last, ...(hold > 0 && { heldUntil: Date.now() + hold }) });
    void this.send(message.conversationId);
    return clientId;
  }

  /** Tries again what was refused, after what was written since. */
  again(unsent: Unsent): void {
    const { refused: _, ...anew } = unsent;
    this.last = Math.max(this.last + 1, Date.now());
    this.keep({ ...anew, at: this.last });
    void this.send(unsent.conversationId);
  }

  /** @returns whether it had not left yet, and now never does */
  takeBack(unsent: Unsent): boolean {
    const key = this.keyOf(unsent);
    const back = heldFor(this.waiting.get(key)) > 0;
    if (back) {
      this.drop(unsent);
      this.wake();
    }
    return back;
  }

  /** Sends what is held back: something follows that stands on it. */
  release(conversation: number): void {
    for (const unsent of this.of(conversation)) {
      if (heldFor(unsent) > 0) {
        this.keep({ ...unsent, heldUntil: 0 });
      }
    }
    this.wake();
  }

  drop(unsent: Unsent): void {
    const key = this.keyOf(unsent);
    this.waiting.delete(key);
    this.unstored.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // It was not kept.
    }
    this.tell();
  }

  /** Those of a conversation, in their order; the same list as long as nothing changes. */
  readonly of = (conversation: number): Unsent[] => {
    const known = this.lists.get(conversation);
    if (known) {
      return known;
    }
    const list = [...this.waiting.values()]
      .filter((each) => each.conversationId === conversation)
      .sort((one, other) => one.at - other.at || one.clientId.localeCompare(other.clientId));
    this.lists.set(conversation, list);
    return list;
  };

  readonly isSending = (conversation: number): boolean => this.next(conversation) !== undefined;

  /** When nothing of a conversation is on its way any more. */
  async settled(conversation: number): Promise<void> {
    while (this.next(conversation)) {
      await new Promise<void>((resolve) => {
        const stop = this.watch(() => {
          stop();
          resolve();
        });
      });
    }
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly hasUnstored = (): boolean => this.unstored.size > 0;

  listen(listener: (unsent: Unsent, sent: Sent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private next(conversation: number): Unsent | undefined {
    return this.of(conversation).find((each) => each.refused === undefined);
  }

  private async send(conversation: number): Promise<void> {
    const { account } = this;
    if (this.sending.has(conversation) || account === undefined) {
      return;
    }
    this.sending.add(conversation);
    try {
      let pause = FIRST_PAUSE;
      for (let next = this.next(conversation); next && this.account === account; ) {
        const held = heldFor(next);
        if (held > 0) {
          await this.moment(held);
          next = this.next(conversation);
          continue;
        }
        try {
          const sent = await ask(next);
          if (this.account === account) {
            this.arrived(next, sent);
          }
          pause = FIRST_PAUSE;
        } catch (problem) {
          const wait = mayPass(problem);
          if (wait === undefined) {
            this.keep({ ...next, refused: messageOf(problem) });
          } else {
            await this.moment(Math.max(wait, pause * (0.75 + Math.random() / 2)));
            pause = Math.min(pause * 2, LONGEST_PAUSE);
          }
        }
        next = this.next(conversation);
      }
    } finally {
      this.sending.delete(conversation);
    }
  }

  private arrived(unsent: Unsent, sent: Sent): void {
    const { client } = this;
    if ('message' in sent) {
      client?.setQueryData<Messages>(keys.conversation(sent.message.conversationId, 'messages'), (known) =>
        withSaid(known, sent.message),
      );
      void client?.invalidateQueries({ queryKey: keys.conversation(unsent.conversationId) });
    }
    this.drop(unsent);
    for (const listener of this.listeners) {
      listener(unsent, sent);
    }
  }

  private moment(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.wakers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, pause);
      this.wakers.add(end);
    });
  }

  /** Sends what is held back as the page goes: nobody may be there to do it later. */
  private leave(): void {
    for (const unsent of this.waiting.values()) {
      if (heldFor(unsent) > 0) {
        // The next page sends it again, and the server knows it by its clientId.
        this.keep({ ...unsent, heldUntil: 0 });
        ask(unsent, true).catch(() => undefined);
      }
    }
  }

  private wake(): void {
    for (const end of [...this.wakers]) {
      end();
    }
  }

  private keep(unsent: Unsent): void {
    const key = this.keyOf(unsent);
    this.waiting.set(key, unsent);
    try {
      localStorage.setItem(key, JSON.stringify(unsent));
      this.unstored.delete(key);
    } catch {
      this.unstored.add(key);
    }
    this.tell();
  }

  private keyOf({ conversationId, clientId }: Unsent): string {
    return `${PREFIX}:${this.account}:${conversationId}:${clientId}`;
  }

  /** Also what another page of this browser wrote: whoever of them sends it, the server has it once. */
  private load(): void {
    const mine = `${PREFIX}:${this.account}:`;
    for (const key of this.waiting.keys()) {
      if (!this.unstored.has(key)) {
        this.waiting.delete(key);
      }
    }
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(mine)) {
        try {
          this.waiting.set(key, JSON.parse(localStorage.getItem(key) ?? ''));
        } catch {
          localStorage.removeItem(key);
        }
      }
    }
    this.tell();
    for (const conversation of new Set([...this.waiting.values()].map((each) => each.conversationId))) {
      void this.send(conversation);
    }
  }

  private tell(): void {
    this.lists = new Map();
    for (const watcher of [...this.watchers]) {
      watcher();
    }
  }
}

/** For how long it may still be taken back; never for long, whatever the clock was set to. */
export function heldFor(unsent: Unsent | undefined): number {
  return Math.min((unsent?.heldUntil ?? 0) - Date.now(), HOLD);
}

async function ask(
  { conversationId, clientId, text, audience, replyTo, attachments, answers, asks, mentions }: Unsent,
  keepalive = false,
): Promise<Sent> {
  if (conversationId === NEW) {
    const begun = await data(
      api.POST('/api/v1/conversations', {
        params: { header: { 'Idempotency-Key': clientId } },
        body: { text, ...(answers && { answers }) },
      }),
    );
    return { conversationId: begun.id };
  }
  const message = await data(
    api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: conversationId } },
      ...(keepalive && { keepalive }),
      body: {
        ...(asks && text.endsWith(']') ? (await buttons.fetch()).askedIn(text) : { text }),
        clientId,
        audience,
        ...(replyTo !== undefined && { replyTo }),
        ...(attachments && { attachmentIds: attachments.map(({ id }) => id) }),
        ...(mentions && { mentionIds: mentions }),
      },
    }),
  );
  return { message };
}

/** How long to wait at least, where the same request may be answered otherwise then. */
function mayPass(problem: unknown): number | undefined {
  if (!(problem instanceof Problem)) {
    return 0;
  }
  const { status, retryAfter = 0 } = problem;
  return status >= 500 || [401, 408, 425, 429].includes(status) ? retryAfter * 1000 : undefined;
}

export const outbox = new Outbox();

/** Sends what is to be sent, for as long as the page is there. */
export function useOutbox(account: number, client: QueryClient): void {
  useEffect(() => outbox.start(account, client), [account, client]);
  useBusy(useSyncExternalStore(outbox.watch, outbox.hasUnstored));
}

export function useUnsent(conversation: number): Unsent[] {
  return useSyncExternalStore(outbox.watch, () => outbox.of(conversation));
}
