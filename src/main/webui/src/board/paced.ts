import type { QueryClient, QueryKey } from '@tanstack/react-query';

interface Pace<T> {
  running?: Promise<T> | undefined;
  asked: boolean;
  last: number;
}

/**
 * A busy floor changes many times a second. What is asked for while a read is under way gets its answer, and one more
 * read follows, so that the last change is seen; between two there is a pause.
 */
export function paced<T>(pause: number, read: (client: QueryClient) => Promise<T>) {
  const paces = new WeakMap<QueryClient, Pace<T>>();
  return ({ client, queryKey }: { client: QueryClient; queryKey: QueryKey }): Promise<T> => {
    const pace = paces.get(client) ?? { asked: true, last: 0 };
    paces.set(client, pace);
    pace.asked = true;
    const one = async () => {
      const rest = pace.last + pause - Date.now();
      if (rest > 0) {
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
      pace.asked = false;
      pace.last = Date.now();
      return read(client);
    };
    pace.running ??= one().finally(() => {
      pace.running = undefined;
      if (pace.asked) {
        void client.invalidateQueries({ queryKey, exact: true });
      }
    });
    return pace.running;
  };
}
