import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../lib/language.tsx';
import { itemsOf, type Pages } from '../../lib/queries/pages.ts';
import { Button } from './button.tsx';
import { ErrorState, ListSkeleton } from './feedback.tsx';
import { uiMessages } from './messages.ts';

interface PagedListProps<Item> {
  readonly query: UseInfiniteQueryResult<Pages<Item>, Error>;
  readonly children: (items: Item[]) => ReactNode;
  readonly empty: ReactNode;
  readonly skeleton?: ReactNode;
  /** What the button says where 'Show more' is not enough. */
  readonly more?: string | undefined;
}

/** A list that is read page by page: its skeleton, its emptiness, its fault, its rows and the way to more. */
export function PagedList<Item>({ query, children, empty, skeleton, more }: PagedListProps<Item>) {
  if (query.isPending) return skeleton ?? <ListSkeleton />;
  const items = itemsOf(query.data);
  if (query.isError && items.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      <LoadMore query={query} more={more} />
    </>
  );
}

/** The way to more; with `onScroll` it is taken as soon as it comes into view. */
export function LoadMore<Item>({
  query,
  more,
  onScroll = false,
}: Pick<PagedListProps<Item>, 'query' | 'more'> & { readonly onScroll?: boolean }) {
  const words = useMessages(uiMessages);
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const isWaiting = onScroll && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (!isWaiting || end.current === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) void fetchNextPage();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isWaiting, fetchNextPage]);

  if (query.isFetchNextPageError) {
    return <ErrorState error={query.error} onRetry={() => void query.fetchNextPage()} />;
  }
  if (!query.hasNextPage) return null;
  return (
    <div ref={end} className="flex justify-center pt-4">
      <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {more ?? words.show_more()}
      </Button>
    </div>
  );
}
