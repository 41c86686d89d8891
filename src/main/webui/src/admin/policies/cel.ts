import { channels } from '../../tickets/channels';
/** What a condition can ask for, as `org.patchbay.policies.rules.Variables` says it. */
export interface Word {
  text: string;
  /** What is put in; with the cursor where the first `|` is. */
  insert?: string;
  type: string;
}

const ticket: Word[] = [
  { text: 'channel', type: 'string' },
  { text: 'reason', type: 'string' },
  { text: 'priority', type: 'string' },
  { text: 'language', type: 'string' },
  { text: 'text', type: 'string' },
  { text: 'groupId', type: 'int' },
  { text: 'now', type: 'timestamp' },
  { text: 'hour', type: 'int' },
  { text: 'weekday', type: 'string' },
  { text: 'customer', insert: 'customer.|', type: 'Customer' },
  { text: 'order', insert: 'order.|', type: 'Order' },
  { text: 'tags', insert: '"|" in tags', type: 'bool' },
  { text: 'fields', insert: 'fields.|', type: 'map' },
  { text: 'has', insert: 'has(customer.attributes.|)', type: 'bool' },
  { text: 'in', insert: 'in [|]', type: 'list' },
  { text: 'duration', insert: 'duration("|")', type: 'duration' },
  { text: 'timestamp', insert: 'timestamp("|")', type: 'timestamp' },
  { text: 'size', insert: 'size(|)', type: 'int' },
  { text: 'true', type: 'bool' },
  { text: 'false', type: 'bool' },
];

const members: Record<string, Word[]> = {
  customer: [
    { text: 'id', type: 'int' },
    { text: 'name', type: 'string' },
    { text: 'email', type: 'string' },
    { text: 'attributes', insert: 'attributes.|', type: 'map' },
  ],
  order: [
    { text: 'number', type: 'string' },
    { text: 'product', type: 'string' },
    { text: 'quantity', type: 'int' },
    { text: 'amount', type: 'double' },
    { text: 'currency', type: 'string' },
    { text: 'orderedAt', type: 'timestamp' },
  ],
};

const ofText: Word[] = [
  { text: 'startsWith', insert: 'startsWith("|")', type: 'bool' },
  { text: 'endsWith', insert: 'endsWith("|")', type: 'bool' },
  { text: 'contains', insert: 'contains("|")', type: 'bool' },
  { text: 'matches', insert: 'matches("|")', type: 'bool' },
  { text: 'size', insert: 'size()', type: 'int' },
];

const texts =
  /(^|[^\w.])(channel|reason|priority|language|text|weekday|customer\.(name|email|attributes\.\w+)|order\.(number|product|currency))\.(\w*)$/;

export const values: Record<string, string[]> = {
  channel: [...channels],
  reason: ['DAMAGED', 'WRONG_ITEM', 'NOT_AS_DESCRIBED', 'ARRIVED_LATE', 'NO_LONGER_NEEDED', 'OTHER'],
  priority: ['URGENT', 'HIGH', 'NORMAL', 'LOW'],
  weekday: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
};

export interface Completion {
  /** Where the word begins that is being typed. */
  from: number;
  words: Word[];
}

/**
 * The words that may come where the cursor is.
 *
 * @param attributes those that are known of somebody
 * @param fields those that the organisation gave its tickets
 */
export function complete(
  text: string,
  cursor: number,
  attributes: string[] = [],
  fields: Word[] = [],
): Completion | undefined {
  const before = text.slice(0, cursor);
  const value =
    /\b(channel|reason|priority|weekday)\s*(==|!=)\s*("?)(\w*)$|\b(channel|reason|priority|weekday)\s+in\s+\[[^\]]*?("?)(\w*)$/.exec(
      before,
    );
  if (value) {
    const name = value[1] ?? value[5] ?? '';
    const quote = value[3] ?? value[6] ?? '';
    const typed = value[4] ?? value[7] ?? '';
    const from = cursor - typed.length - quote.length;
    const end = text[cursor] === '"' ? '' : '"';
    return fitting(
      from,
      typed,
      (values[name] ?? []).map((one) => ({ text: one, insert: `"${one}${end}`, type: 'string' })),
    );
  }
  if (insideText(before)) {
    return undefined;
  }
  const ofString = texts.exec(before);
  if (ofString) {
    const typed = ofString[5] ?? '';
    return fitting(cursor - typed.length, typed, ofText);
  }
  const attribute = /\bcustomer\.attributes\.(\w*)$/.exec(before);
  if (attribute) {
    const typed = attribute[1] ?? '';
    return fitting(
      cursor - typed.length,
      typed,
      attributes.map((own) => ({ text: own, type: 'string' })),
    );
  }
  const field = /(?:^|[^\w.])fields\.(\w*)$/.exec(before)?.[1];
  if (field !== undefined) {
    return fitting(cursor - field.length, field, fields);
  }
  const member = /(?:^|[^\w.])(customer|order)\.(\w*)$/.exec(before);
  if (member) {
    const typed = member[2] ?? '';
    return fitting(cursor - typed.length, typed, members[member[1] ?? ''] ?? []);
  }
  const word = /(?:^|[^\w.])([A-Za-z]\w*)$/.exec(before);
  return word?.[1] ? fitting(cursor - word[1].length, word[1], ticket) : undefined;
}

/** Everything there is, for who asks for it where nothing is typed yet. */
export function completeAnything(cursor: number): Completion {
  return { from: cursor, words: ticket };
}

function insideText(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1).replace(/\\"/g, '');
  return (line.match(/"/g)?.length ?? 0) % 2 === 1;
}

function fitting(from: number, typed: string, words: Word[]): Completion | undefined {
  const wanted = typed.toLowerCase();
  const found = words.filter((word) => word.text.toLowerCase().startsWith(wanted));
  const done = found.length === 1 && found[0]?.text === typed && !found[0].insert;
  return found.length === 0 || done ? undefined : { from, words: found };
}

/** The text with a word put in, and where the cursor is then. */
export function put(text: string, from: number, to: number, word: Word): { text: string; cursor: number } {
  const inserted = word.insert ?? word.text;
  const mark = inserted.indexOf('|');
  const plain = inserted.replace('|', '');
  return {
    text: text.slice(0, from) + plain + text.slice(to),
    cursor: from + (mark < 0 ? plain.length : mark),
  };
}

/** From where to where a mistake is marked: the word at its line and column, which count from 1. */
export function marked(text: string, line: number, column: number): { from: number; to: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, own) => sum + own.length + 1, 0);
  const own = lines[line - 1] ?? '';
  // The server counts code points.
  const offset = Array.from(own)
    .slice(0, column - 1)
    .join('').length;
  const from = Math.min(before + offset, text.length);
  const word = /^(\.?\w+|\s*\S)/.exec(text.slice(from));
  return { from, to: from + (word?.[0].length ?? 0) };
}

export const examples = [
  { words: 'vip', condition: 'has(customer.attributes.tier) && customer.attributes.tier == "gold"' },
  { words: 'dear', condition: 'order.amount > 500 && order.currency == "EUR"' },
  { words: 'french', condition: 'language.startsWith("fr")' },
  { words: 'weekend', condition: 'weekday in ["SATURDAY", "SUNDAY"]' },
  { words: 'evening', condition: 'hour >= 18 || hour < 8' },
  { words: 'chat', condition: 'channel == "CHAT"' },
  { words: 'damaged', condition: 'channel == "RETURN_CASE" && reason == "DAMAGED"' },
  { words: 'mentions', condition: 'text.matches("(?i)refund|money back")' },
  { words: 'old', condition: 'now - order.orderedAt > duration("720h")' },
] as const;
