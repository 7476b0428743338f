import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RolecallError } from '../errors.ts';
import { useNotificationsContext } from './context.ts';
import type { View } from './inbox/entries.ts';
import { type Connection, type InboxState, initialState, type ListState } from './inbox/state.ts';

export interface UseNotificationsOptions {
  /** `unread` has only what is unread; everything when left out. */
  readonly view?: View;
}

export interface NotificationsResult extends ListState {
  /** Why the last change of a read state was taken back; null when it was done. */
  readonly changeError: RolecallError | null;
  /** Adds the next page, where there is one. */
  readonly loadMore: () => void;
  /** Shows it as read at once, and as it was when the server could not be told. */
  /** Resolves when every change so far has been answered; before a page is left that they would go down with. */
  readonly saved: () => Promise<void>;
  readonly markRead: (notificationId: string) => void;
  readonly markUnread: (notificationId: string) => void;
  /** Marks all as read that are not newer than the newest one shown. */
  readonly markAllRead: () => void;
  /** Reads the list again from its beginning. */
  readonly reload: () => void;
}

/** The notifications, newest first, kept up to date while the provider lives. */
export function useNotifications({ view = 'all' }: UseNotificationsOptions = {}): NotificationsResult {
  const { store } = useNotificationsContext();
  const list = useInbox(({ lists }) => lists[view]);
  const changeError = useInbox((state) => state.changeError);
  useEffect(() => store.open(view), [store, view]);
  return useMemo(
    () => ({
      ...list,
      changeError,
      loadMore: () => store.loadMore(view),
      markRead: (id) => store.mark(id, true),
      markUnread: (id) => store.mark(id, false),
      saved: () => store.saved(),
      markAllRead: () => store.markAll(view),
      reload: () => store.reload(view),
    }),
    [store, view, list, changeError],
  );
}

/** How many are unread; null until that is known. */
export const useUnreadCount = (): number | null => useInbox(({ unread }) => unread);

/** How live the page is. */
export const useConnection = (): Connection => useInbox(({ connection }) => connection);

function useInbox<Part>(select: (state: InboxState) => Part): Part {
  const { store } = useNotificationsContext();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.state()),
    () => select(initialState),
  );
}
