import type { QueryClient } from '@tanstack/react-query';
import { Problem, Unreachable } from '../../api/client';
import { keys } from '../../api/keys';
import type { TicketView } from '../../api/schema';
import { messageOf } from '../../app/problems';
import { i18n } from '../../app/words';
import { ticketQuery } from '../queries';
import { inTurn } from './inTurn';
import { KEPT, type Refusal, type Run } from './runs';
import './words';

/** What somebody wants done with tickets. */
export interface Act {
  /** As its button says it. */
  title: string;
  allows: (ticket: TicketView) => boolean;
  change: (ticket: TicketView) => Promise<TicketView>;
  /** What to say when it was done. */
  said: (first: TicketView, count: number) => string;
  /** Of what is trivially undone: how a ticket becomes what it was. */
  back?: (before: TicketView, after: TicketView) => Promise<TicketView>;
}

/** What became of tickets that something was done to. */
export interface Outcome {
  done: { before: TicketView; after: TicketView }[];
  refused: Refusal[];
  /** Those that it was not begun with. */
  left: TicketView[];
}

/** Keeps in mind that a ticket was changed on this page: lists lag behind it, and what one did oneself is no surprise. */
export function madeNow(client: QueryClient, { id, version }: TicketView): void {
  client.setQueryData(keys.made(id), version);
}

class NotAllowed extends Error {}

/** So that nobody overwrites what somebody else has just changed. */
export function ofVersion(client: QueryClient, { id, version }: TicketView) {
  const made = client.getQueryData<number>(keys.made(id)) ?? 0;
  return { path: { id }, header: { 'If-Match': `"${Math.max(version, made)}"` } };
}

/** Why something was not done to a ticket. */
export function why(problem: unknown): string {
  if (problem instanceof NotAllowed) {
    return i18n.t('together:notAllowed');
  }
  return problem instanceof Problem && problem.status === 412
    ? i18n.t('together:changedMeanwhile')
    : messageOf(problem);
}

/**
 * Does something to tickets, and tells those who watch how far it is, where they are several.
 *
 * @param goOn does it once more, to those that are not done
 * @param reread which of them were refused as they are, and are read anew before
 * @return undefined where the session has ended meanwhile
 */
export async function run(
  client: QueryClient,
  tickets: TicketView[],
  act: Act,
  goOn: (tickets: TicketView[], reread: ReadonlySet<number>) => void,
  reread?: ReadonlySet<number>,
): Promise<Outcome | undefined> {
  const stop = new AbortController();
  const outcome: Outcome = { done: [], refused: [], left: [] };
  const ended = new Set<TicketView>();
  const asAsked = new Map<TicketView, TicketView>();
  const show = isShown(tickets, reread)
    ? shown(client, stop, { title: act.title, total: tickets.length })
    : () => true;
  await inTurn(
    tickets,
    async (ticket) => {
      const before = reread?.has(ticket.id)
        ? await client.fetchQuery({ ...ticketQuery(ticket.id), staleTime: 0 })
        : ticket;
      asAsked.set(ticket, before);
      if (!act.allows(before)) {
        throw new NotAllowed();
      }
      const after = await act.change(before);
      madeNow(client, after);
      outcome.done.push({ before, after });
    },
    stop,
    (ticket, problem) => {
      ended.add(ticket);
      if (problem !== undefined) {
        outcome.refused.push({ ticket: asAsked.get(ticket) ?? ticket, problem });
      }
      show({ done: outcome.done.map(({ after }) => after.id), refused: [...outcome.refused] });
    },
  );
  outcome.left = tickets.filter((ticket) => !ended.has(ticket));
  const rest = [...outcome.refused.map(({ ticket }) => ticket), ...outcome.left];
  const isOurs = show({
    left: outcome.left.length,
    state: 'over',
    goOn: () => goOn(rest, new Set(outcome.refused.filter(wasAnswered).map(({ ticket }) => ticket.id))),
  });
  return isOurs ? outcome : undefined;
}

/** Whether it is shown how far it is: not of what is done to one, unless it is the rest of many. */
export function isShown(tickets: TicketView[], reread: ReadonlySet<number> | undefined): boolean {
  return tickets.length > 1 || reread !== undefined;
}

/** Who got no answer asks the same again, or it might be done twice. */
function wasAnswered({ problem }: Refusal): boolean {
  return !(problem instanceof Unreachable || (problem instanceof Problem && problem.status >= 500));
}

/** Tells how a run goes, unless somebody has signed out: whoever comes next sees nothing of it. */
function shown(client: QueryClient, stop: AbortController, { title, total }: Pick<Run, 'title' | 'total'>) {
  let run: Run = {
    title,
    total,
    done: [],
    refused: [],
    left: 0,
    state: 'running',
    stop: () => {
      stop.abort();
      show({ state: 'stopping' });
    },
    goOn: () => {},
    dismiss: () => show({ refused: [], left: 0 }),
  };
  const show = (change: Partial<Run>): boolean => {
    if (client.getQueryData(keys.together) !== run) {
      stop.abort();
      return false;
    }
    run = { ...run, ...change };
    client.setQueryData(keys.together, run);
    return true;
  };
  client.setQueryDefaults(keys.together, KEPT);
  client.setQueryData(keys.together, run);
  return show;
}
