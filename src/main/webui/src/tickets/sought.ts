import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { TicketStatus, TicketView } from '../api/schema';

/** How many tickets are shown of those that are found. */
const MOST_FOUND = 200;
/** The server looks for no longer text. */
export const LONGEST_TEXT = 200;

const TYPING = 250;

interface Where {
  agentId?: number | undefined;
  status?: TicketStatus[] | undefined;
}

/** Not among the lists of tickets: nobody looks anew for the same words whenever anything happens. */
const soughtQuery = (text: string, where: Where) =>
  queryOptions({
    queryKey: keys.sought(text, where),
    queryFn: () =>
      data(
        api.GET('/api/v1/tickets', {
          params: { query: { ...where, text, limit: MOST_FOUND, expand: true } },
        }),
      ),
  });

export interface Sought {
  /** Those that fit best first; nothing where nothing is looked for, or no answer has come. */
  tickets: TicketView[] | undefined;
  /** Whether there are more. */
  more: boolean;
  /** Whether the answer to what is typed has not come yet. */
  searching: boolean;
  problem: Error | null;
  refetch: () => unknown;
}

/** Finds tickets by words of whatever was said about them, by their orders' and their customers' names. */
export function useSought(typed: string, where: Where = {}): Sought {
  const wanted = typed.trim();
  const [text] = useDebouncedValue(wanted, TYPING);
  const found = useQuery({
    ...soughtQuery(text, where),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const page = wanted === '' || text === '' ? undefined : found.data;
  return {
    tickets: page?.items,
    more: page?.next != null,
    searching: wanted !== '' && (wanted !== text || found.isFetching),
    problem: wanted === '' ? null : found.error,
    refetch: found.refetch,
  };
}

/** Whether anything can be found by it. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
