import type { NewOrder, OrderView } from '../../api/schema';

/** An order as fields have it. */
export interface OrderValues extends Record<string, unknown> {
  number: string;
  customerId: number | null;
  product: string;
  quantity: number | null;
  amount: number | string;
  currency: string;
  /** By this clock. */
  orderedAt: string;
}

/** A time as fields have it: by this clock, without seconds. */
export function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function valuesOf(order: OrderView): OrderValues {
  return { ...order, orderedAt: localTime(new Date(order.orderedAt)) };
}

/** The seconds stay where nobody touched the time. */
export function orderOf(values: OrderValues, before?: OrderView): NewOrder {
  const { number, customerId, product, quantity, amount, currency, orderedAt } = values;
  const untouched = before && localTime(new Date(before.orderedAt)) === orderedAt;
  return {
    number,
    customerId: customerId as number,
    product,
    quantity: quantity as number,
    amount: Number(amount),
    currency: currency.toUpperCase(),
    orderedAt: untouched
      ? before.orderedAt
      : orderedAt
        ? new Date(orderedAt).toISOString()
        : (null as unknown as string),
  };
}
