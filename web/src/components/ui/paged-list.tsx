import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { itemsOf, type Pages } from '../../lib/queries/pages.ts';
import { Button } from './button.tsx';
import { ErrorState, ListSkeleton } from './feedback.tsx';

interface PagedListProps<Item> {
  readonly query: UseInfiniteQueryResult<Pages<Item>, Error>;
  readonly children: (items: Item[]) => ReactNode;
  readonly empty: ReactNode;
  readonly skeleton?: ReactNode;
  /** What is loaded more of, for the button. */
  readonly noun: string;
}

/** A list that is read page by page: its skeleton, its emptiness, its fault, its rows and the way to more. */
export function PagedList<Item>({ query, children, empty, skeleton, noun }: PagedListProps<Item>) {
  if (query.isPending) return skeleton ?? <ListSkeleton />;
  const items = itemsOf(query.data);
  if (query.isError && items.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      <LoadMore query={query} noun={noun} />
    </>
  );
}

function LoadMore<Item>({ query, noun }: Pick<PagedListProps<Item>, 'query' | 'noun'>) {
  if (query.isFetchNextPageError) {
    return <ErrorState error={query.error} onRetry={() => void query.fetchNextPage()} />;
  }
  if (!query.hasNextPage) return null;
  return (
    <div className="flex justify-center pt-4">
      <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more {noun}
      </Button>
    </div>
  );
}
