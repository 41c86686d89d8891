import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Pace<T> {
  running?: Promise<T> | undefined;
  /** How many more reads there must be. */
  due: number;
  last: number;
}

/**
 * A busy floor changes many times a second. What is asked for while a read is under way gets its answer, and one more
 * read follows, so that the last change is seen; between two there is a pause.
 *
 * @param reads how many it takes: one more where the server may answer with what it saw during the last pause
 */
export function paced<T>(pause: number, read: (client: QueryClient) => Promise<T>, reads = 1) {
  const paces = new WeakMap<QueryClient, Pace<T>>();
  return ({ client, queryKey }: { client: QueryClient; queryKey: QueryKey }): Promise<T> => {
    const pace = paces.get(client) ?? { due: 0, last: 0 };
    paces.set(client, pace);
    pace.due = reads;
    const one = async () => {
      const rest = pace.last + pause - Date.now();
      if (rest > 0) {
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
      pace.due -= 1;
      pace.last = Date.now();
      return read(client);
    };
    pace.running ??= one().finally(() => {
      pace.running = undefined;
      // Not before the query has taken this answer: while it awaits its first one, it asks for no other.
      setTimeout(() => {
        const { due } = pace;
        if (due > 0) {
          void client.invalidateQueries({ queryKey, exact: true });
          pace.due = due;
        }
      });
    });
    return pace.running;
  };
}
