import { ActionIcon } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Emojis } from './parts';
import './words';

/** Opens the emojis, for those whose keyboard has none. */
export function EmojiButton({
  small = false,
  className,
  onChoose,
}: {
  small?: boolean;
  className?: string | undefined;
  onChoose: (emoji: string) => void;
}) {
  const { t } = useTranslation('conversation');
  const [button, setButton] = useState<HTMLElement>();
  return (
    <>
      <ActionIcon
        title={t('emoji')}
        variant="subtle"
        color="gray"
        size={small ? undefined : 42}
        radius="md"
        className={className}
        aria-label={t('emoji')}
        aria-haspopup="dialog"
        aria-expanded={button !== undefined}
        onClick={({ currentTarget }) => setButton(currentTarget)}
      >
        <IconMoodSmile size={small ? 18 : 20} />
      </ActionIcon>
      {button && (
        <Suspense fallback={null}>
          <Emojis
            button={button}
            onChoose={(emoji) => {
              setButton(undefined);
              onChoose(emoji);
            }}
            onClose={() => setButton(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Puts words where the caret is, and the caret behind them. */
export function putAtCaret(
  field: HTMLTextAreaElement | null,
  text: string,
  words: string,
  change: (text: string) => void,
): void {
  const at = field?.selectionStart ?? text.length;
  const after = field?.selectionEnd ?? at;
  change(text.slice(0, at) + words + text.slice(after));
  setTimeout(() => {
    field?.focus();
    field?.setSelectionRange(at + words.length, at + words.length);
  });
}
