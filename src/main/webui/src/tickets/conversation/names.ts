import type { TFunction } from 'i18next';
import type { MessageView } from '../../api/schema';

/** Nobody's account: what it says is said by itself. */
const SYSTEM = 0;

/** What a message says, in the language of who reads it as far as it is ours. */
export function textOf(t: TFunction<'conversation'>, { kind, text, removedAt }: MessageView): string {
  return kind === 'SILENCE' ? t('silence') : (text ?? t(removedAt ? 'removed' : 'erased'));
}

/** How the author of a message is called to who reads it. */
export function nameOf(t: TFunction<'conversation'>, { author }: MessageView, account: number): string {
  if (author.id === SYSTEM) {
    return t('system');
  }
  if (author.bot) {
    return t('bot', { name: author.name });
  }
  return author.id === account ? t('you') : (author.name ?? t(author.customer ? 'customer' : 'staff'));
}
