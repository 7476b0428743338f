import type {
  ChangedNotification,
  InboxChange,
  InboxChangeName,
  InboxState,
  Notification,
} from '@rolecall/contract';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import {
  changeShown,
  notificationQueries,
  refreshInbox,
  setCounts,
} from '../../lib/queries/notifications.ts';
import { inboxMessages } from './messages.ts';

/** What a person does with some notifications. */
export interface ShownChange {
  readonly change: InboxChangeName;
  readonly notifications: readonly Notification[];
  /** When a snooze ends. */
  readonly until?: string;
}

/** The most that the interface takes by their ids, and puts back. */
const idsPerCall = 100;
const itemsPerCall = 500;

type Words = ReturnType<typeof inboxMessages>;
type ToldChange = Exclude<InboxChangeName, 'seen'>;

/** What a toast says of changes that take something away, or that many were made of. */
const told = (change: ToldChange, words: Words): string =>
  words[change === 'unsnooze' ? 'done_unarchive' : (`done_${change}` as const)]();

/** Changes that show where they were made, so that one of them needs no word. */
const quiet: ReadonlySet<InboxChangeName> = new Set(['read', 'unread', 'seen', 'pin', 'unpin']);

/** The notification after a change; null when it leaves the lists of this state. */
function afterChange(
  notification: Notification,
  { change, until }: Pick<ShownChange, 'change' | 'until'>,
  state: InboxState,
): Notification | null {
  const now = new Date().toISOString();
  switch (change) {
    case 'read':
      return { ...notification, read_at: notification.read_at ?? now, seen_at: notification.seen_at ?? now };
    case 'unread':
      return { ...notification, read_at: null };
    case 'seen':
      return { ...notification, seen_at: notification.seen_at ?? now };
    case 'pin':
      return { ...notification, pinned_at: now };
    case 'unpin':
      return state === 'pinned' ? null : { ...notification, pinned_at: null };
    case 'archive':
      return state === 'archived' ? { ...notification, archived_at: now } : null;
    case 'unarchive':
      return state === 'archived' ? null : { ...notification, archived_at: null };
    case 'snooze':
      return state === 'snoozed' ? { ...notification, snoozed_until: until ?? now } : null;
    case 'unsnooze':
      return state === 'snoozed' ? null : { ...notification, snoozed_until: null };
    case 'delete':
      return null;
  }
}

async function restore(
  queries: QueryClient,
  words: Words,
  changed: readonly ChangedNotification[],
): Promise<void> {
  try {
    let restored = 0;
    for (let start = 0; start < changed.length; start += itemsPerCall) {
      const items = changed.slice(start, start + itemsPerCall);
      const answer = await client.notifications.restore({ body: { items } });
      restored += answer.changed.length;
      setCounts(queries, answer.counts);
    }
    if (restored < changed.length) toast.error(words.partly_restored());
  } catch (error) {
    toastError(error);
  }
  await refreshInbox(queries);
}

function tell(
  queries: QueryClient,
  words: Words,
  done: string,
  changed: readonly ChangedNotification[],
): void {
  const count = changed.length;
  toast.success(count > 1 ? words.done_with_count({ done, count }) : done, {
    action: { label: words.undo(), onClick: () => void restore(queries, words, changed) },
  });
}

/** Changes notifications, at once on the screen and with a way back. */
export function useChange(): (change: ShownChange) => void {
  const words = useMessages(inboxMessages);
  const queries = useQueryClient();
  const { mutate } = useMutation({
    async mutationFn({ change, notifications, until }: ShownChange) {
      const ids = notifications.map(({ id }) => id);
      const changed: ChangedNotification[] = [];
      for (let start = 0; start < ids.length; start += idsPerCall) {
        const body = { change, until, ids: ids.slice(start, start + idsPerCall) };
        const answer = await client.notifications.change({ body });
        changed.push(...answer.changed);
        setCounts(queries, answer.counts);
      }
      return changed;
    },
    onMutate({ notifications, ...change }: ShownChange) {
      const ids = new Set(notifications.map(({ id }) => id));
      changeShown(queries, (shown, state) => (ids.has(shown.id) ? afterChange(shown, change, state) : shown));
      const { queryKey } = notificationQueries.counts();
      const step = change.change === 'read' ? -1 : change.change === 'unread' ? 1 : 0;
      const moved = notifications.filter(({ read_at: readAt }) => (readAt === null) === step < 0).length;
      queries.setQueryData(queryKey, (counts) =>
        counts === undefined ? counts : { ...counts, unread: Math.max(0, counts.unread + step * moved) },
      );
    },
    onSuccess(changed, { change, notifications }) {
      const isQuiet = quiet.has(change) && notifications.length === 1;
      if (changed.length > 0 && change !== 'seen' && !isQuiet)
        tell(queries, words, told(change, words), changed);
      // Reading leaves the lists as they are, so that nothing jumps under the eyes.
      if (change === 'read' || change === 'unread' || change === 'seen') {
        return queries.invalidateQueries({ queryKey: notificationQueries.tabs().queryKey });
      }
      return refreshInbox(queries);
    },
    onError(error) {
      toastError(error);
      return refreshInbox(queries);
    },
  });
  return mutate;
}

/** Changes everything that a filter lists at this moment, with a way back. */
export function useChangeAll() {
  const words = useMessages(inboxMessages);
  const queries = useQueryClient();
  return useMutation({
    async mutationFn({
      change,
      filter,
    }: Pick<InboxChange, 'change'> & { readonly filter: { state: InboxState } }) {
      // What arrives from here on stays as it is.
      const { head } = await client.notifications.counts();
      const changed: ChangedNotification[] = [];
      for (let more = true; more; ) {
        const answer = await client.notifications.change({ body: { change, filter, up_to_seq: head } });
        changed.push(...answer.changed);
        setCounts(queries, answer.counts);
        more = answer.more;
      }
      return changed;
    },
    onSuccess(changed, { change }) {
      if (changed.length === 0) toast.success(words.nothing_to_do());
      else if (change !== 'seen') {
        tell(queries, words, change === 'read' ? words.all_read() : told(change, words), changed);
      }
      return refreshInbox(queries);
    },
    onError(error) {
      toastError(error);
      return refreshInbox(queries);
    },
  });
}
