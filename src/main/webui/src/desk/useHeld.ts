import { useEffect, useRef, useState } from 'react';
import type { TicketView } from '../api/schema';

/**
 * What comes into my hands and leaves them: which tickets were taken from me.
 *
 * @param onCome is told of those that came while I was here
 */
export function useHeld(
  held: TicketView[] | undefined,
  onCome: (ticket: TicketView) => void,
  onTaken: (ticket: TicketView) => void,
) {
  const before = useRef<TicketView[] | undefined>(undefined);
  const byMe = useRef(new Set<number>());
  const told = useRef({ onCome, onTaken });
  told.current = { onCome, onTaken };
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (!held) {
      return;
    }
    const known = before.current;
    before.current = held;
    if (!known) {
      return;
    }
    const come = held.filter((ticket) => !known.some((each) => each.id === ticket.id));
    const left = known.filter((ticket) => !held.some((each) => each.id === ticket.id));
    const lost = left.filter((ticket) => !byMe.current.has(ticket.id));
    for (const ticket of left) {
      byMe.current.delete(ticket.id);
    }
    if (lost.length > 0 || come.length > 0) {
      setTaken((all) => {
        const next = new Set([...all, ...lost.map((ticket) => ticket.id)]);
        for (const ticket of come) {
          next.delete(ticket.id);
        }
        return next;
      });
    }
    come.forEach((ticket) => {
      told.current.onCome(ticket);
    });
    lost.forEach((ticket) => {
      told.current.onTaken(ticket);
    });
  }, [held]);
  return {
    taken,
    /** It leaves my hands because I want it to. */
    letGo: (id: number) => byMe.current.add(id),
    holdOn: (id: number) => byMe.current.delete(id),
    forget: (id: number) => setTaken((all) => new Set([...all].filter((each) => each !== id))),
  };
}
