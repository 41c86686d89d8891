/** The largest page that the API gives. */
const PAGE = 200;

export interface Page<T> {
  items: T[];
  next?: string | null;
}

/** All the pages of a list, up to the one with which it is `most` items or more. */
export async function allOf<T>(
  read: (query: { limit: number; after?: string }) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | null | undefined;
  do {
    const page = await read({ limit: PAGE, ...(after && { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < most);
  return items;
}
