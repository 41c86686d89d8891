import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * A busy floor changes many times a second. What is asked for while a read is under way gets its answer, and one more
 * read follows, so that the last change is seen; between two there is a pause.
 */
export function paced<T>(pause: number, read: (client: QueryClient) => Promise<T>) {
  let running: Promise<T> | undefined;
  let asked = false;
  let last = 0;
  return ({ client, queryKey }: { client: QueryClient; queryKey: QueryKey }): Promise<T> => {
    asked = true;
    const one = async () => {
      const rest = last + pause - Date.now();
      if (rest > 0) {
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
      asked = false;
      last = Date.now();
      return read(client);
    };
    running ??= one().finally(() => {
      running = undefined;
      if (asked) {
        void client.invalidateQueries({ queryKey, exact: true });
      }
    });
    return running;
  };
}
