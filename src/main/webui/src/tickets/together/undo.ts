let last: (() => void) | undefined;

/** Undoes what was done last, as long as the page offers it. */
export function undoLast(): void {
  last?.();
}

/**
 * What undoes what was done just now, if anything does.
 *
 * @return takes it back
 */
export function offerUndo(undo: (() => void) | undefined): () => void {
  last = undo;
  return () => {
    last = last === undo ? undefined : last;
  };
}
