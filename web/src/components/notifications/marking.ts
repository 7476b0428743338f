import type { Notification } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import {
  changeShown,
  notificationQueries,
  refreshInbox,
  setCounts,
} from '../../lib/queries/notifications.ts';

/** Undo sets one back after the other, so it is offered for as many as that is quick for. */
const undoLimit = 50;

const withReadState = (notification: Notification, read: boolean): Notification => ({
  ...notification,
  read_at: read ? (notification.read_at ?? new Date().toISOString()) : null,
});

interface Mark {
  readonly notification: Notification;
  readonly read: boolean;
}

/** Marks one as read or unread; the screen does not wait for the server. */
export function useMark() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ notification, read }: Mark) =>
      client.notifications.mark({ params: { notification_id: notification.id }, body: { read } }),
    onMutate: ({ notification, read }: Mark) => {
      changeShown(queries, (shown) => (shown.id === notification.id ? withReadState(shown, read) : shown));
      const { queryKey } = notificationQueries.counts();
      const wasRead = notification.read_at !== null;
      queries.setQueryData(queryKey, (counts) =>
        counts === undefined || wasRead === read
          ? counts
          : { ...counts, unread: Math.max(0, counts.unread + (read ? -1 : 1)) },
      );
    },
    onSuccess: (counts) => setCounts(queries, counts),
    onError: (error) => {
      toastError(error);
      return refreshInbox(queries);
    },
  });
}

/** Marks all as read, with a way back. */
export function useMarkAll() {
  const queries = useQueryClient();

  async function undo(notifications: readonly Notification[]): Promise<void> {
    try {
      for (const { id } of notifications) {
        await client.notifications.mark({ params: { notification_id: id }, body: { read: false } });
      }
    } catch (error) {
      toastError(error);
    }
    await refreshInbox(queries);
  }

  return useMutation({
    mutationFn: async () => {
      const { items, next_cursor } = await client.notifications.list({
        query: { state: 'unread', limit: undoLimit },
      });
      const [newest] = items;
      // What arrives from here on stays unread.
      const counts = await client.notifications.markAll({ body: newest ? { up_to_seq: newest.seq } : {} });
      return { counts, marked: items, canUndo: next_cursor === null };
    },
    onMutate: () => changeShown(queries, (shown) => withReadState(shown, true)),
    onSuccess: ({ counts, marked, canUndo }) => {
      setCounts(queries, counts);
      void refreshInbox(queries);
      toast.success(
        marked.length === 0 ? 'Nothing was unread' : 'All marked as read',
        canUndo && marked.length > 0
          ? { action: { label: 'Undo', onClick: () => void undo(marked) } }
          : undefined,
      );
    },
    onError: (error) => {
      toastError(error);
      return refreshInbox(queries);
    },
  });
}
