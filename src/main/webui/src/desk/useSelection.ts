import { useCallback, useRef } from 'react';
import { useTabs } from './useTabs';

interface Ticket {
  id: number;
}

/**
 * The ticket somebody looks at, and how they come to another.
 *
 * @param held what they hold, which is always open
 * @param listed all that they can walk through, in its order
 * @param onShow is told when they want to see a ticket
 */
export function useSelection(held: readonly Ticket[], listed: readonly Ticket[], onShow: () => void) {
  const { ids: open, selected, select, close, keep } = useTabs(held.map(({ id }) => id));
  const latest = useRef({ select, onShow });
  latest.current = { select, onShow };
  // Always the same, or every row of the list would be drawn anew.
  const show = useCallback((id: number) => {
    latest.current.select(id);
    latest.current.onShow();
  }, []);
  const showIfThere = (id: number | undefined) => {
    if (id !== undefined) {
      show(id);
    }
  };
  return {
    selected,
    /** Those that lie open, what is held before what is not. */
    open,
    isHeld: (id: number) => held.some((ticket) => ticket.id === id),
    show,
    /** Goes that far down the list; stays at its ends. */
    move: (by: number) => showIfThere(listed[listed.findIndex(({ id }) => id === selected) + by]?.id),
    /** Counts from 1. */
    showOpen: (place: number) => showIfThere(open[place - 1]),
    close,
    keep,
  };
}
