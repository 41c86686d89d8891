import { ActionIcon, Button, CloseButton, Group, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../api/schema';
import { useDraft } from '../drafts';
import { ChosenFiles, FileChoice, takingFiles } from './Attached';
import { EmojiButton, putAtCaret } from './EmojiButton';
import type { Files } from './files';
import classes from './MessageField.module.css';
import { nameOf } from './names';
import './words';

/** A message has at most 32 KB, and a character up to four bytes. */
export const LONGEST = 8000;
const NEARLY = 500;

interface Props {
  account: number;
  /** What the draft belongs to. */
  about: number | string;
  kind: string;
  id?: string;
  label?: string;
  placeholder?: string;
  /** Says more than a sign could. */
  button?: string;
  hint?: ReactNode;
  autoFocus?: boolean;
  busy?: boolean;
  quoted?: MessageView | undefined;
  onUnquote?: () => void;
  /** Where files may go with it. */
  files?: Files;
  /** Each time that it changes. */
  onWrite?: (text: string) => void;
  onSend: (text: string) => void;
}

/** Where somebody writes a message. What is written outlives everything but being sent. */
export function MessageField(props: Props) {
  const { account, about, kind, quoted, onUnquote, onSend, hint, busy } = props;
  const { t } = useTranslation('conversation');
  const [text, setText] = useDraft(account, about, kind);
  const field = useRef<HTMLTextAreaElement>(null);
  const label = props.label ?? t('write');
  const { files } = props;
  const isEmpty = (text.trim() === '' && !files?.ready.length) || files?.waits;
  const send = () => {
    if (!isEmpty && !busy) {
      onSend(text.trim());
      setText('');
      props.onWrite?.('');
    }
    field.current?.focus();
  };
  useFocusOnQuote(field, quoted);
  return (
    <form
      noValidate
      data-kept
      className={classes.form}
      {...(files && takingFiles(files))}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {quoted && <QuoteBar quoted={quoted} account={account} onUnquote={onUnquote} />}
      {files && <ChosenFiles files={files} />}
      <Group gap="xs" align="end" wrap="nowrap">
        {files && <FileChoice files={files} />}
        <Textarea
          ref={field}
          id={props.id}
          label={props.label}
          aria-label={props.label ? undefined : label}
          placeholder={props.placeholder ?? t('placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            props.onWrite?.(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (sends(event)) {
              event.preventDefault();
              send();
            }
          }}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST}
          size="md"
          dir="auto"
          autoFocus={props.autoFocus}
          enterKeyHint="send"
          className={classes.field}
          data-testid="message-field"
        />
        {!props.button && (
          <EmojiButton
            className={classes.emoji}
            onChoose={(emoji) =>
              putAtCaret(field.current, text, emoji, (next) => {
                setText(next);
                props.onWrite?.(next);
              })
            }
          />
        )}
        {!props.button && (
          <ActionIcon
            type="submit"
            size={42}
            radius="md"
            aria-label={t('send')}
            title={t('send')}
            disabled={isEmpty}
            loading={busy}
          >
            <IconSend size={20} />
          </ActionIcon>
        )}
      </Group>
      {props.button && (
        <Button
          type="submit"
          size="md"
          fullWidth
          mt="xs"
          disabled={isEmpty}
          loading={busy}
          leftSection={<IconSend size={18} aria-hidden />}
        >
          {props.button}
        </Button>
      )}
      {(hint || text.length > LONGEST - NEARLY) && (
        <Text size="xs" c="dimmed" mt={4}>
          {text.length > LONGEST - NEARLY ? t('left', { count: LONGEST - text.length }) : hint}
        </Text>
      )}
    </form>
  );
}

/** Enter sends, with Shift it ends a line. Keyboards of phones have no such Shift, and input methods choose words by Enter. */
export function sends({ key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (key !== 'Enter' || shiftKey || altKey || nativeEvent.isComposing) {
    return false;
  }
  return ctrlKey || metaKey || !window.matchMedia('(pointer: coarse)').matches;
}

/** Whoever quotes wants to write next. */
function useFocusOnQuote(
  field: RefObject<HTMLTextAreaElement | null>,
  quoted: MessageView | undefined,
): void {
  const number = quoted?.number;
  useEffect(() => {
    if (number !== undefined) {
      field.current?.focus();
    }
  }, [field, number]);
}

/** What the next message answers. */
export function QuoteBar({
  quoted,
  account,
  onUnquote,
}: {
  quoted: MessageView;
  account: number;
  onUnquote: (() => void) | undefined;
}) {
  const { t } = useTranslation('conversation');
  const name = nameOf(t, quoted, account);
  return (
    <div className={classes.quoting} data-testid="quoting">
      <div className={classes.quoted}>
        <Text size="xs" fw={600}>
          {quoted.author.id === account ? t('quotingYou') : t('quoting', { name })}
        </Text>
        <Text size="xs" truncate dir="auto">
          {quoted.text}
        </Text>
      </div>
      <CloseButton size="sm" aria-label={t('unquote')} title={t('unquote')} onClick={onUnquote} />
    </div>
  );
}
