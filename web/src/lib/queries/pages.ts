import { type InfiniteData, infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
  /** Of a search: its words with misspelt ones put right. */
  did_you_mean?: string | null;
}

export type Pages<Item> = InfiniteData<Page<Item>, string | undefined>;

/**
 * A list that is read page by page, each named by the cursor of the page before.
 * @param begin the cursor of the page to begin with; the first one where it is left out
 */
export const pagedQuery = <Item>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  begin?: string,
) =>
  infiniteQueryOptions<Page<Item>, Error, Pages<Item>, QueryKey, string | undefined>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: begin,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const itemsOf = <Item>(pages: Pages<Item> | undefined): Item[] =>
  pages?.pages.flatMap((page) => page.items) ?? [];

/** The same pages with each item changed, for an optimistic update. */
export const mapPages = <Item>(
  pages: Pages<Item> | undefined,
  change: (item: Item) => Item,
): Pages<Item> | undefined =>
  pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map(change) })) };

/** The same with each item changed, and without those that become null. */
export const filterPages = <Item>(
  pages: Pages<Item> | undefined,
  change: (item: Item) => Item | null,
): Pages<Item> | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map(change).filter((item) => item !== null),
    })),
  };
