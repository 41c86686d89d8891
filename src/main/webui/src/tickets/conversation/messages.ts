import type { MessageView } from '../../api/schema';

/** What is known of what was said, in its order. */
export interface Messages {
  items: readonly MessageView[];
  /** Whether there are older ones. */
  older: boolean;
  /** Up to this number nothing is missing; beyond it there may be what was sent from here. */
  upTo: number;
}

/** All of both, each once. What came later is right: texts are erased. */
export function merge(known: readonly MessageView[], come: readonly MessageView[]): MessageView[] {
  const byNumber = new Map(known.map((message) => [message.number, message]));
  for (const message of come) {
    byNumber.set(message.number, message);
  }
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
}

/** With a message that was just sent. What others wrote before it is read later. */
export function withSaid(known: Messages | undefined, said: MessageView): Messages | undefined {
  return known && { ...known, items: merge(known.items, [said]) };
}

/** Messages of one person, one soon after the other. */
export interface Group {
  key: number;
  /** Where a day begins with it. */
  day: boolean;
  messages: MessageView[];
}

const SOON = 5 * 60_000;

/** @param apart the message before which something stands that divides */
export function groupsOf(messages: readonly MessageView[], apart?: number): Group[] {
  const groups: Group[] = [];
  let before: MessageView | undefined;
  for (const message of messages) {
    const day = !before || dayOf(before) !== dayOf(message);
    const group = groups.at(-1);
    if (group && before && !day && message.number !== apart && goesOn(before, message)) {
      group.messages.push(message);
    } else {
      groups.push({ key: message.number, day, messages: [message] });
    }
    before = message;
  }
  return groups;
}

function goesOn(before: MessageView, message: MessageView): boolean {
  return (
    before.author.id === message.author.id &&
    before.audience === message.audience &&
    Date.parse(message.at) - Date.parse(before.at) < SOON
  );
}

function dayOf(message: MessageView): string {
  return new Date(message.at).toDateString();
}

/** A piece of a text: where `href` is, a link. */
export interface Piece {
  at: number;
  text: string;
  href?: string;
}

/** No control that turns the direction of writing: a link is as it is read. */
const LINK = /\b(?:https?:\/\/|mailto:)[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gi;
const ENDS_A_SENTENCE = /[.,;:!?'”’»…]+$/;

/** Only what says itself that it leads somewhere, and only to where it may. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = withoutEnd(found);
    const href = addressOf(link);
    if (href) {
      if (index > end) {
        pieces.push({ at: end, text: text.slice(end, index) });
      }
      pieces.push({ at: index, text: link, href });
      end = index + link.length;
    }
  }
  return end < text.length ? [...pieces, { at: end, text: text.slice(end) }] : pieces;
}

/** What stands after a link, as the full stop of a sentence, does not belong to it; nor does a bracket around it. */
function withoutEnd(found: string): string {
  const link = found.replace(ENDS_A_SENTENCE, '');
  const opened = link.split('(').length;
  return link.endsWith(')') && link.split(')').length > opened ? withoutEnd(link.slice(0, -1)) : link;
}

function addressOf(link: string): string | undefined {
  try {
    const { protocol, href } = new URL(link);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
