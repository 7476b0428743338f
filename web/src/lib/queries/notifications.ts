import {
  type Category,
  type InboxState,
  inboxStates,
  type Notification,
  type NotificationCounts,
} from '@rolecall/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { filterPages, type Pages, pagedQuery } from './pages.ts';

export interface InboxFilter {
  readonly state: InboxState;
  readonly category?: Category | undefined;
  /** Words to search for. */
  readonly q?: string | undefined;
}

const listKey = ['notifications', 'list'];

export const notificationQueries = {
  list: ({ state, category, q }: InboxFilter) =>
    pagedQuery([...listKey, state, category ?? 'all', q ?? ''], (cursor) =>
      client.notifications.list({ query: { cursor, state, category, q } }),
    ),
  withheld: () =>
    pagedQuery(['notifications', 'withheld'], (cursor) =>
      client.notifications.listWithheld({ query: { cursor } }),
    ),
  counts: () =>
    queryOptions({ queryKey: ['notifications', 'counts'], queryFn: () => client.notifications.counts() }),
  tabs: () =>
    queryOptions({ queryKey: ['notifications', 'tabs'], queryFn: () => client.notifications.tabs() }),
  one: (notificationId: string) =>
    queryOptions({
      queryKey: ['notifications', 'one', notificationId],
      queryFn: () => client.notifications.read({ params: { notification_id: notificationId } }),
    }),
};

export const setCounts = (queries: QueryClient, counts: NotificationCounts): void => {
  queries.setQueryData(notificationQueries.counts().queryKey, counts);
};

/**
 * Changes the notifications that are on the screen at once; the answer of the server comes after.
 *
 * @param change null: it leaves the list of this state
 */
export function changeShown(
  queries: QueryClient,
  change: (notification: Notification, state: InboxState) => Notification | null,
): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: listKey })) {
    const state = inboxStates.find((name) => name === queryKey[listKey.length]) ?? 'inbox';
    queries.setQueryData<Pages<Notification>>(queryKey, (pages) =>
      filterPages(pages, (notification) => change(notification, state)),
    );
  }
}

export const refreshInbox = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['notifications'] });
