import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconCheck,
  IconChecks,
  IconLock,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../api/schema';
import { dateFormat } from '../../app/dates';
import { PersonAvatar } from '../../ui/PersonAvatar';
import { Attached } from './Attached';
import { type Group, piecesOf } from './messages';
import { nameOf, textOf } from './names';
import { Asked } from './parts';
import { messageQuery } from './queries';
import type { Seen } from './Thread';
import classes from './Thread.module.css';

interface Props {
  group: Group;
  account: number;
  customer: boolean;
  seen: Seen;
  known: readonly MessageView[];
  onQuote: ((message: MessageView) => void) | undefined;
  onRemove: ((message: MessageView) => void) | undefined;
  mayRemove: ((message: MessageView) => boolean) | undefined;
  /** Has a ticket of its own begin with a message of the customer. */
  onSplit: ((message: MessageView) => void) | undefined;
  onJump: (number: number) => void;
}

/** What one person said in a row. */
export const MessageGroup = memo(function MessageGroup({
  group: { messages },
  account,
  customer,
  seen,
  known,
  onQuote,
  onRemove,
  mayRemove,
  onSplit,
  onJump,
}: Props) {
  const { t } = useTranslation('conversation');
  const [first] = messages;
  if (!first) {
    return null;
  }
  const ours = first.author.customer === customer;
  const mine = first.author.id === account;
  const name = nameOf(t, first, account);
  return (
    <li
      className={classes.group}
      data-ours={ours || undefined}
      data-mine={mine || undefined}
      data-internal={first.audience === 'INTERNAL' || undefined}
    >
      {!ours && (
        <span className={classes.avatar}>
          <PersonAvatar name={name} size={28} />
        </span>
      )}
      <div className={classes.said}>
        <div className={classes.who}>
          {first.audience === 'INTERNAL' && <IconLock size={12} aria-hidden />}
          <bdi>{name}</bdi>
          {first.audience === 'INTERNAL' && <span>· {t('internal')}</span>}
          <Clock time={first.at} />
        </div>
        {messages.map((message) => (
          <div key={message.number} className={classes.line}>
            <div className={classes.bubble} tabIndex={-1} data-number={message.number} data-testid="message">
              {message.replyTo != null && (
                <Quoted
                  conversation={message.conversationId}
                  number={message.replyTo}
                  known={known}
                  account={account}
                  onJump={onJump}
                />
              )}
              {message.text == null ? (
                <Text size="sm" fs="italic">
                  {t(message.removedAt ? 'removed' : 'erased')}
                </Text>
              ) : (
                message.text && <Words text={textOf(t, message)} />
              )}
              {(message.kind === 'CHOICES' || message.kind === 'FORM') && (
                <Suspense fallback={null}>
                  <Asked message={message} known={known} customer={customer} />
                </Suspense>
              )}
              {message.attachments.length > 0 && <Attached files={message.attachments} />}
              {message.removedAt && message.text != null && (
                <Text size="xs" fs="italic">
                  {t('fileRemoved')}
                </Text>
              )}
            </div>
            <Acts
              message={message}
              name={name}
              onQuote={message.text == null ? undefined : onQuote}
              onRemove={isWhole(message) && mayRemove?.(message) ? onRemove : undefined}
              onSplit={message.author.customer && message.text != null ? onSplit : undefined}
            />
            {mine && <Fate number={message.number} seen={seen} />}
          </div>
        ))}
      </div>
    </li>
  );
});

/** A text as it was written; links lead out of the page, and take nothing of it along. */
export function Words({ text }: { text: string }) {
  return (
    <div className={classes.words} dir="auto">
      {piecesOf(text).map(({ at, text: piece, href }) =>
        href ? (
          <a key={at} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </div>
  );
}

function Clock({ time }: { time: string }) {
  const { i18n } = useTranslation();
  const date = new Date(time);
  return (
    <time
      dateTime={time}
      title={dateFormat(i18n.language, { dateStyle: 'full', timeStyle: 'medium' }).format(date)}
    >
      {dateFormat(i18n.language, { timeStyle: 'short' }).format(date)}
    </time>
  );
}

/** Whether it has something that can be taken out. */
function isWhole({ text, attachments }: MessageView): boolean {
  return text != null || attachments.length > 0;
}

function Acts({
  message,
  name,
  onQuote,
  onRemove,
  onSplit,
}: {
  message: MessageView;
  name: string;
  onQuote: Props['onQuote'];
  onRemove: Props['onRemove'];
  onSplit: Props['onSplit'];
}) {
  const { t, i18n } = useTranslation('conversation');
  if (!onQuote && !onRemove) {
    return null;
  }
  const time = dateFormat(i18n.language, { timeStyle: 'short' }).format(new Date(message.at));
  return (
    <span className={classes.quote}>
      {onSplit && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          title={t('split')}
          aria-label={t('splitOf', { name, time })}
          tabIndex={-1}
          onClick={() => onSplit(message)}
        >
          <IconArrowsSplit2 size={16} />
        </ActionIcon>
      )}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          title={t('remove')}
          aria-label={t('removeOf', { name, time })}
          tabIndex={-1}
          data-quotes={!onQuote || undefined}
          onClick={() => onRemove(message)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
      {onQuote && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          title={t('quote')}
          aria-label={t('quoteOf', { name, time })}
          // The arrows lead to it.
          tabIndex={-1}
          data-quotes
          onClick={() => onQuote(message)}
          onKeyDown={({ key }) => key === 'Delete' && onRemove?.(message)}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      )}
    </span>
  );
}

/** The message that another one answers. Where the reader may not see it, there is none. */
export function Quoted({
  conversation,
  number,
  known,
  account,
  onJump,
}: {
  conversation: number;
  number: number;
  known: readonly MessageView[];
  account: number;
  onJump?: (number: number) => void;
}) {
  const { t } = useTranslation('conversation');
  const here = known.find((message) => message.number === number);
  const read = useQuery({ ...messageQuery(conversation, number), enabled: !here }).data;
  const message = here ?? read;
  if (!message) {
    return null;
  }
  const content = (
    <>
      <bdi className={classes.quotedName}>{nameOf(t, message, account)}</bdi>
      <span className={classes.quotedText} dir="auto">
        {textOf(t, message)}
      </span>
    </>
  );
  return onJump ? (
    <UnstyledButton className={classes.quoted} title={t('toQuoted')} onClick={() => onJump(number)}>
      {content}
    </UnstyledButton>
  ) : (
    <span className={classes.quoted}>{content}</span>
  );
}

/** How far one's own words have come. */
function Fate({ number, seen }: { number: number; seen: Seen }) {
  const { t } = useTranslation('conversation');
  if (number === seen.seen) {
    return (
      <div className={classes.fate} data-testid="seen">
        <IconChecks size={14} aria-hidden /> {t('seen')}
      </div>
    );
  }
  return number === seen.last ? (
    <div className={classes.fate}>
      <IconCheck size={14} aria-hidden /> {t(seen.delivered ? 'delivered' : 'sent')}
    </div>
  ) : null;
}
