import type { TFunction } from 'i18next';
import type { TicketView } from '../api/schema';

/** What a request is about, in the words of whoever made it. */
export function titleOf(t: TFunction<'portal'>, request: TicketView): string {
  const product = request.details?.order?.product;
  if (request.channel !== 'RETURN_CASE') {
    return t(`channel.${request.channel}`);
  }
  return product
    ? t('returnOf', { product })
    : request.orderNumber
      ? t('returnOfOrder', { number: request.orderNumber })
      : t('request', { id: request.id });
}
