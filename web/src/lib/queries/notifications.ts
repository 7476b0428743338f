import type { Category, Notification, NotificationCounts } from '@rolecall/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { mapPages, type Pages, pagedQuery } from './pages.ts';

export interface InboxFilter {
  readonly state: 'all' | 'unread';
  readonly category?: Category | undefined;
}

const listKey = ['notifications', 'list'];

export const notificationQueries = {
  list: ({ state, category }: InboxFilter) =>
    pagedQuery([...listKey, state, category ?? 'all'], (cursor) =>
      client.notifications.list({ query: { cursor, state, category } }),
    ),
  counts: () =>
    queryOptions({ queryKey: ['notifications', 'counts'], queryFn: () => client.notifications.counts() }),
  one: (notificationId: string) =>
    queryOptions({
      queryKey: ['notifications', 'one', notificationId],
      queryFn: () => client.notifications.read({ params: { notification_id: notificationId } }),
    }),
};

export const setCounts = (queries: QueryClient, counts: NotificationCounts): void => {
  queries.setQueryData(notificationQueries.counts().queryKey, counts);
};

/** Changes the notifications that are on the screen at once; the answer of the server comes after. */
export function changeShown(
  queries: QueryClient,
  change: (notification: Notification) => Notification,
): void {
  queries.setQueriesData<Pages<Notification>>({ queryKey: listKey }, (pages) => mapPages(pages, change));
}

export const refreshInbox = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['notifications'] });
