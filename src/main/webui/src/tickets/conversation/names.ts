import type { TFunction } from 'i18next';
import type { MessageView } from '../../api/schema';

/** How the author of a message is called to who reads it. */
export function nameOf(t: TFunction<'conversation'>, { author }: MessageView, account: number): string {
  return author.id === account ? t('you') : (author.name ?? t(author.customer ? 'customer' : 'staff'));
}
