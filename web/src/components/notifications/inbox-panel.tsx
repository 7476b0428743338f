import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellOff, CheckCheck, Settings2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useMessages } from '../../lib/language.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { itemsOf } from '../../lib/queries/pages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../ui/feedback.tsx';
import { useChangeAll } from './changing.ts';
import { inboxMessages } from './messages.ts';
import { NotificationRow } from './notification-row.tsx';
import { useSeen } from './use-seen.ts';

/** The panel shows the newest page; the inbox page has the rest. */
export function InboxPanel({ onLeave }: { readonly onLeave: () => void }) {
  const words = useMessages(inboxMessages);
  const query = useInfiniteQuery(notificationQueries.list({ state: 'inbox' }));
  const markAll = useChangeAll();
  const list = useRef<HTMLDivElement>(null);
  const { data } = query;
  const notifications = useMemo(() => itemsOf(data).slice(0, 20), [data]);
  useSeen(list, notifications);
  const anyUnread = notifications.some(({ read_at: readAt }) => readAt === null);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center justify-between gap-2 border-b border-line py-2 pe-2 ps-4 sm:ps-5">
        <h2 className="hidden font-semibold sm:block">{words.notifications()}</h2>
        <div className="flex flex-1 items-center justify-between gap-1 sm:flex-none">
          <Button
            variant="ghost"
            size="small"
            className="-ms-3 sm:ms-0"
            disabled={!anyUnread}
            busy={markAll.isPending}
            onClick={() => markAll.mutate({ change: 'read', filter: { state: 'unread' } })}
          >
            <CheckCheck aria-hidden />
            {words.mark_all_read()}
          </Button>
          <Button asChild variant="ghost" size="smallIcon">
            <Link to="/settings/notifications" onClick={onLeave} aria-label={words.settings()}>
              <Settings2 aria-hidden />
            </Link>
          </Button>
        </div>
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto">
        {query.isPending && <ListSkeleton rows={3} className="p-4" />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && notifications.length === 0 && (
          <EmptyState icon={BellOff} title={words.nothing_yet()}>
            {words.nothing_yet_why()}
          </EmptyState>
        )}
        {notifications.length > 0 && (
          <ul className="divide-y divide-line">
            {notifications.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} onLeave={onLeave} />
            ))}
          </ul>
        )}
      </div>
      <div className="border-t border-line p-2 text-center">
        <Button asChild variant="ghost" size="small" className="w-full">
          <Link to="/notifications" onClick={onLeave}>
            {words.open_inbox()}
          </Link>
        </Button>
      </div>
    </div>
  );
}
