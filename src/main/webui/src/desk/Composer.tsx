import { ActionIcon, Alert, Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBookmarks,
  IconDots,
  IconInfoCircle,
  IconLock,
} from '@tabler/icons-react';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/client';
import { keys } from '../api/keys';
import type { MessageView, TicketEventView, TicketView } from '../api/schema';
import { showProblem } from '../app/problems';
import { useMe } from '../app/session';
import { customerQuery, EventText, eventsQuery, ticketQuery } from '../tickets';
import { ChosenFiles, FileChoice, takingFiles } from '../tickets/conversation/Attached';
import { types } from '../tickets/conversation/activity';
import { EmojiButton, putAtCaret } from '../tickets/conversation/EmojiButton';
import { useFiles } from '../tickets/conversation/files';
import { LONGEST as LONGEST_MESSAGE, QuoteBar, sends } from '../tickets/conversation/MessageField';
import { HOLD, outbox, type Unsent as Sent } from '../tickets/conversation/outbox';
import { forgetSent, saveDraft, useDraft, useDraftsOf } from '../tickets/drafts';
import type { OnKey } from '../tickets/mentions/Colleagues';
import { mentionedIn, remember, typedName, withName } from '../tickets/mentions/mentioned';
import { fill, unfilled } from '../tickets/placeholders';
import { KeyHint } from '../ui/KeyNames';
import classes from './Composer.module.css';
import { Colleagues, MoreSteps, SavedReplies, Unsent } from './innerParts';
import overlay from './overlay.module.css';
import { usePreference } from './preferences';
import { internal, isStep, type Kind, kinds, kindsOf, letterOf, type Step, take, wordy } from './steps';

const LONGEST = 4000;
const RARE: ReadonlySet<Kind> = new Set(['cancel', 'close']);

interface Props {
  ticket: TicketView;
  kind: Kind;
  onKind: (kind: Kind) => void;
  /** Where the text is written, for keys that lead there. */
  input: RefObject<HTMLTextAreaElement | null>;
  replies: boolean;
  onReplies: (opened: boolean) => void;
  onTransfer: () => void;
  onAsk: (what: 'snooze' | 'merge' | 'split') => void;
  onStart: (kind: Kind) => void;
  onFailed: () => void;
  onSent: (ticket: TicketView, kind: Kind) => void;
  /** A message that was taken back before it left. */
  back: Sent | undefined;
  /** The message that the next one answers. */
  quoted: MessageView | undefined;
  onUnquote: () => void;
}

/** Writes about a ticket, and takes its steps. What is written outlives everything but being sent. */
export function Composer(props: Props) {
  const me = useMe();
  const allowed = kindsOf(props.ticket, me.id);
  return (
    <div
      className={classes.composer}
      data-kept
      data-internal={(allowed.length > 0 && internal.has(chosen(props.kind, allowed))) || undefined}
    >
      <Leftovers ticketId={props.ticket.id} allowed={allowed} />
      {allowed.length > 0 && <Writing {...props} allowed={allowed} />}
    </div>
  );
}

function Writing({
  ticket,
  kind: wished,
  allowed,
  onKind,
  input,
  replies,
  onReplies,
  onTransfer,
  onAsk,
  onStart,
  onFailed,
  onSent,
  back,
  quoted: wishedQuote,
  onUnquote,
}: Props & { allowed: Kind[] }) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const client = useQueryClient();
  const kind = chosen(wished, allowed);
  const [text, setText] = useDraft(me.id, ticket.id, kind);
  // As much of a colleague's name as was typed after an @.
  const [naming, setNaming] = useState<string>();
  const onNaming = useRef<OnKey | null>(null);
  const [more, setMore] = useState<HTMLElement>();
  const customer = useQuery({ ...customerQuery(ticket.customerId), enabled: !ticket.details?.customerName });
  const events = useQuery(eventsQuery(ticket.id)).data;
  const begun = useBegun(ticket.id, text, events);
  const conversationId = ticket.conversationId;
  // The customer is not shown what colleagues told each other.
  const quoted =
    isStep(kind) || (kind === 'note' && wishedQuote?.audience === 'INTERNAL') ? undefined : wishedQuote;
  // Who writes on while a step is taken may have gone to another kind: what comes then belongs to what was sent.
  const mutation = useMutation({
    mutationKey: keys.saying(ticket.id),
    // One after the other: what is said next may stand on what was said before.
    scope: { id: `ticket-${ticket.id}` },
    mutationFn: async ({ kind, text }: Taken) => {
      if (outbox.isSending(conversationId)) {
        outbox.release(conversationId);
        await outbox.settled(conversationId);
        await client.fetchQuery({ ...ticketQuery(ticket.id), staleTime: 0 });
      }
      return take(client.getQueryData(ticketQuery(ticket.id).queryKey) ?? ticket, kind, text);
    },
    onMutate: ({ kind }) => onStart(kind),
    onSuccess: (changed, { kind, text }) => {
      forgetSent(me.id, ticket.id, kind, text);
      client.setQueryData(ticketQuery(ticket.id).queryKey, (before) => before && { ...before, ...changed });
      onSent(changed, kind);
    },
    onError: (problem) => {
      onFailed();
      if (!isChange(problem)) {
        showProblem(problem);
      }
    },
    onSettled: () => {
      for (const key of [keys.ticket(ticket.id), keys.tickets.root, keys.myAgent]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
  const sending = useMutationState({
    filters: { mutationKey: keys.saying(ticket.id), status: 'pending' },
    select: ({ state }) => (state.variables as Taken).kind as Kind,
  }).includes(kind);
  const files = useFiles();
  const [holds] = usePreference('hold-back');
  useBack(back, (sent) => {
    saveDraft(
      me.id,
      ticket.id,
      sent.audience === 'INTERNAL' ? 'remark' : 'note',
      [sent.text, text].filter(Boolean).join('\n\n'),
    );
    files.restore(sent.attachments ?? []);
    input.current?.focus();
  });
  const takesFiles = !isStep(kind);
  const said = text.trim() !== '' || (takesFiles && files.ready.length > 0);
  const missing = (wordy.has(kind) && !said) || (takesFiles && files.waits);
  const open = unfilled(text);
  const insert = (reply: string) => {
    const filled = fill(reply, {
      'customer.name': ticket.details?.customerName ?? customer.data?.name ?? null,
      'ticket.id': String(ticket.id),
      'order.number': ticket.orderNumber ?? null,
      'agent.name': me.name,
    });
    onReplies(false);
    putIn(filled);
  };
  const putIn = (words: string) => putAtCaret(input.current, text, words, setText);
  const submit = () => {
    if (missing || sending) {
      return;
    }
    if (isStep(kind)) {
      mutation.mutate({ kind, text: text.trim() });
    } else {
      const mentions = kind === 'remark' ? mentionedIn(conversationId, text) : [];
      setNaming(undefined);
      outbox.put(
        {
          conversationId,
          text: text.trim(),
          audience: internal.has(kind) ? 'INTERNAL' : 'PUBLIC',
          asks: !internal.has(kind),
          ...(quoted && { replyTo: quoted.number }),
          ...(files.ready.length > 0 && { attachments: files.ready }),
          ...(mentions.length > 0 && { mentions }),
        },
        holds && !internal.has(kind) ? HOLD : 0,
      );
      setText('');
      types(conversationId, 'PUBLIC', '');
      files.clear();
      onUnquote();
      input.current?.focus();
    }
  };
  const usual = allowed.filter((each) => !RARE.has(each));
  const rare = allowed.filter((each) => RARE.has(each));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        aria-label={t('compose')}
        {...(takesFiles && takingFiles(files))}
      >
        <Group gap={0} wrap="nowrap" className={classes.kinds}>
          {usual.map((each) => (
            <Button
              key={each}
              variant={each === kind ? 'light' : 'subtle'}
              color={each === kind ? 'teal' : 'gray'}
              size="compact-sm"
              aria-pressed={each === kind}
              className={classes.kind}
              onClick={() => {
                onKind(each);
                input.current?.focus();
              }}
            >
              {t(`kind.${each}`)}
              {letterOf[each] && <KeyHint name={letterOf[each]} ml={6} className={classes.key} />}
            </Button>
          ))}
          {ticket.status === 'IN_PROGRESS' && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              className={classes.kind}
              leftSection={<IconArrowsExchange size={14} />}
              onClick={onTransfer}
            >
              {t('transfer')}
              <KeyHint name="T" ml={6} className={classes.key} />
            </Button>
          )}
          {rare.length > 0 && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('moreSteps')}
                aria-haspopup="menu"
                aria-expanded={more !== undefined}
                className={classes.more}
                onClick={({ currentTarget }) => setMore(currentTarget)}
              >
                <IconDots size={16} />
              </ActionIcon>
              {more && (
                <Suspense fallback={null}>
                  <MoreSteps
                    steps={rare}
                    further={ticket.status === 'IN_PROGRESS'}
                    button={more}
                    onChoose={onKind}
                    onAsk={onAsk}
                    onClose={() => setMore(undefined)}
                  />
                </Suspense>
              )}
            </>
          )}
        </Group>
        <Changes
          ticket={ticket}
          events={events}
          since={begun}
          problem={isChange(mutation.error) ? mutation.error : null}
        />
        {quoted && <QuoteBar quoted={quoted} account={me.id} onUnquote={onUnquote} />}
        {takesFiles && <ChosenFiles files={files} />}
        {naming !== undefined && (
          <Suspense fallback={null}>
            <Colleagues
              conversationId={conversationId}
              typed={naming}
              onKey={onNaming}
              onChoose={(colleague) => {
                const at = input.current?.selectionStart ?? text.length;
                const before = withName(text.slice(0, at), colleague);
                remember(conversationId, colleague);
                setText(before + text.slice(at));
                setNaming(undefined);
                setTimeout(() => {
                  input.current?.focus();
                  input.current?.setSelectionRange(before.length, before.length);
                });
              }}
              onClose={() => setNaming(undefined)}
            />
          </Suspense>
        )}
        <Textarea
          ref={input}
          aria-label={t(`label.${kind}`)}
          placeholder={t(`placeholder.${kind}`)}
          value={text}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (next === '/' && text === '') {
              onReplies(true);
            } else {
              setText(next);
              types(conversationId, internal.has(kind) ? 'INTERNAL' : 'PUBLIC', next);
              const before = next.slice(0, event.currentTarget.selectionStart);
              setNaming(kind === 'remark' ? typedName(before) : undefined);
            }
          }}
          onKeyDown={(event) => {
            if (onNaming.current?.(event)) {
              return;
            }
            // A step is taken back less easily than a message.
            const meant = !isStep(kind) || event.ctrlKey || event.metaKey;
            if (meant && sends(event)) {
              event.preventDefault();
              submit();
            } else if (event.key === 'Escape') {
              event.currentTarget.blur();
            }
          }}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={isStep(kind) ? LONGEST : LONGEST_MESSAGE}
          dir="auto"
          data-testid="composer"
        />
        <Group justify="space-between" gap="xs" mt={6} wrap="nowrap">
          <Group gap={6} wrap="nowrap" className={classes.left}>
            <ActionIcon
              title={t('savedReplies')}
              variant="subtle"
              color="gray"
              aria-label={t('savedReplies')}
              onClick={() => onReplies(true)}
              data-testid="saved-replies"
            >
              <IconBookmarks size={18} />
            </ActionIcon>
            {takesFiles && <FileChoice files={files} small />}
            <EmojiButton small onChoose={putIn} />
            <Text size="xs" className={classes.hint}>
              {open.length > 0 ? (
                <span role="status" className={classes.warning}>
                  <IconAlertTriangle size={14} aria-hidden /> {t('unfilled', { names: open.join(', ') })}
                </span>
              ) : (
                t(internal.has(kind) ? 'colleaguesRead' : 'customerReads')
              )}
            </Text>
          </Group>
          <Button
            type="submit"
            disabled={missing}
            loading={sending}
            color={RARE.has(kind) ? 'red' : internal.has(kind) ? 'yellow.4' : undefined}
            leftSection={kind === 'remark' ? <IconLock size={16} aria-hidden /> : undefined}
            className={classes.send}
            data-testid="send"
          >
            {t(`send.${kind}`)}
            <Kbd size="xs" ml={8} className={classes.sendKey} aria-hidden>
              {t(isStep(kind) ? 'ctrlEnter' : 'enter')}
            </Kbd>
          </Button>
        </Group>
      </form>
      {/* What is submitted in there must not reach the form. */}
      <Suspense fallback={null}>
        {replies && (
          <SavedReplies
            ticket={ticket}
            onClose={() => onReplies(false)}
            onChoose={insert}
            onStart={onStart}
            onFailed={onFailed}
            onSent={onSent}
          />
        )}
      </Suspense>
    </>
  );
}

interface Taken {
  kind: Step;
  text: string;
}

/** Puts back what was taken back, once. */
function useBack(back: Sent | undefined, put: (back: Sent) => void): void {
  const putting = useRef(put);
  putting.current = put;
  useEffect(() => {
    if (back) {
      putting.current(back);
    }
  }, [back]);
}

/** What somebody wants to write, or what they may where they may not. */
function chosen(wished: Kind, allowed: Kind[]): Kind {
  return allowed.includes(wished) ? wished : (allowed[0] ?? wished);
}

/** They stand in the conversation, right above. */
const SAID: ReadonlySet<string> = new Set(['SAID', 'NOTED', 'NOTED_INTERNALLY']);

function isChange(problem: Error | null): problem is Problem {
  return problem instanceof Problem && (problem.status === 409 || problem.status === 412);
}

/** The last event that was there when the text was begun; undefined while there is none. */
function useBegun(ticketId: number, text: string, events: TicketEventView[] | undefined): number | undefined {
  const [begun, setBegun] = useState<{ ticketId: number; event: number } | undefined>();
  const last = events?.at(-1)?.id;
  const empty = text === '';
  useEffect(() => {
    if (empty) {
      setBegun(undefined);
    } else if (last !== undefined) {
      setBegun((before) => (before?.ticketId === ticketId ? before : { ticketId, event: last }));
    }
  }, [empty, last, ticketId]);
  return begun?.ticketId === ticketId ? begun.event : undefined;
}

/** What others did while somebody wrote. */
function Changes({
  ticket,
  events,
  since,
  problem,
}: {
  ticket: TicketView;
  events: TicketEventView[] | undefined;
  since: number | undefined;
  problem: Problem | null;
}) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const fresh = (events ?? []).filter(
    ({ id, actorId, type }) => since !== undefined && id > since && actorId !== me.id && !SAID.has(type),
  );
  if (!problem && fresh.length === 0) {
    return null;
  }
  return (
    <Alert
      color="orange"
      classNames={{ title: overlay.warning }}
      icon={<IconInfoCircle size={18} />}
      role={problem ? 'alert' : 'status'}
      title={
        problem
          ? t(problem.status === 412 ? 'changed.version' : 'changed.state', {
              status: t(`tickets:status.${problem.details.currentStatus ?? ticket.status}`),
            })
          : t('changed.meanwhile')
      }
      className={classes.changes}
      data-testid="changes"
    >
      {fresh.length > 0 && (
        <ul className={classes.fresh}>
          {fresh.slice(-4).map((event) => (
            <li key={event.id}>
              <EventText event={event} />
            </li>
          ))}
        </ul>
      )}
      {problem && <Text size="sm">{t('changed.kept')}</Text>}
    </Alert>
  );
}

/** What was written for a step that can no longer be taken: still there, and to be copied. */
function Leftovers({ ticketId, allowed }: { ticketId: number; allowed: Kind[] }) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const left = useDraftsOf(
    me.id,
    ticketId,
    kinds.filter((kind) => !allowed.includes(kind)),
  );
  return (
    <Suspense fallback={null}>
      {left !== '' &&
        left
          .split(' ')
          .map((kind) => (
            <Unsent key={kind} ticketId={ticketId} kind={kind} wasFor={t(`kind.${kind as Kind}`)} />
          ))}
    </Suspense>
  );
}

/** The drafts of a ticket that cannot be read any more. */
export function DraftsOf({ ticketId }: { ticketId: number }) {
  return <Leftovers ticketId={ticketId} allowed={[]} />;
}
