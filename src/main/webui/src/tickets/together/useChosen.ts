import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TicketView } from '../../api/schema';
import { useRun } from './runs';

const NONE: ReadonlySet<number> = new Set();

/**
 * Which of the tickets in a list are chosen. Those that go out of sight are not chosen while they are, and those that
 * something was done to together no longer are: what was refused, or not begun, stays chosen.
 */
export function useChosen(tickets: TicketView[] | undefined) {
  const [chosen, setChosen] = useState(NONE);
  const list = useRef(tickets);
  list.current = tickets;
  const last = useRef<number>(undefined);
  // While it goes from one state to the next, a ticket may be listed twice.
  const selected = useMemo(() => {
    const those = (tickets ?? []).filter(({ id }) => chosen.has(id));
    return [...new Map(those.map((ticket) => [ticket.id, ticket])).values()];
  }, [tickets, chosen]);
  const done = useRun()?.done;
  useEffect(() => {
    if (done && done.length > 0) {
      const all = new Set(done);
      setChosen((before) => new Set([...before].filter((id) => !all.has(id))));
    }
  }, [done]);
  /** Chooses it, or no longer; with `range` also what is between it and the one before. */
  const choose = useCallback((id: number, range = false) => {
    const all = between(list.current, range ? (last.current ?? id) : id, id);
    last.current = id;
    setChosen((before) => {
      const others = [...before].filter((each) => !all.includes(each));
      return new Set(before.has(id) ? others : [...others, ...all]);
    });
  }, []);
  /** Chooses both, and what is between them. */
  const stretch = useCallback((from: number, to: number) => {
    last.current = to;
    setChosen((before) => new Set([...before, ...between(list.current, from, to)]));
  }, []);
  const chooseAll = useCallback(() => setChosen(new Set((list.current ?? []).map(({ id }) => id))), []);
  const clear = useCallback(() => setChosen(NONE), []);
  return {
    chosen,
    selected,
    all: selected.length > 0 && tickets?.every(({ id }) => chosen.has(id)) === true,
    choose,
    stretch,
    chooseAll,
    clear,
  };
}

function between(tickets: TicketView[] | undefined, from: number, to: number): number[] {
  const ids = (tickets ?? []).map(({ id }) => id);
  const [first, last] = [ids.indexOf(from), ids.indexOf(to)].sort((one, other) => one - other);
  return first === undefined || first < 0 ? [to] : ids.slice(first, (last ?? first) + 1);
}
