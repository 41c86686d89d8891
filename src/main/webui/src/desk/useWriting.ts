import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { TicketView } from '../api/schema';
import { type Kind, kindsOf } from './steps';
import { useKept } from './useKept';

/**
 * The kind of words for each ticket, a reply, a note or a step, as it was before a reload; and their field.
 *
 * @param ticket the one somebody looks at, once it is known
 * @param onBegin is told before somebody begins to write about it
 */
export function useWriting(
  id: number | undefined,
  ticket: TicketView | undefined,
  account: number,
  onBegin: () => void,
) {
  const [kinds, setKinds] = useKept<Record<number, Kind>>('kinds', {});
  const input = useRef<HTMLTextAreaElement | null>(null);
  const choose = (kind: Kind) => {
    if (id !== undefined) {
      setKinds({ ...kinds, [id]: kind });
    }
  };
  const allowed = ticket ? kindsOf(ticket, account) : [];
  return {
    /** The field where it is written. */
    input,
    kind: (id === undefined ? undefined : kinds[id]) ?? 'note',
    choose,
    canWrite: allowed.length > 0,
    begin: (kind: Kind) => {
      if (allowed.includes(kind)) {
        // The field may only now be shown.
        flushSync(() => {
          onBegin();
          choose(kind);
        });
        input.current?.focus();
      }
    },
    /** Once the step is taken, the next words are a reply again. */
    end: (done: number) => setKinds(({ [done]: _, ...others }) => others),
  };
}
