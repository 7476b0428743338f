import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { KindIcon } from '../../components/notifications/kind-icon.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import type { InboxRow } from './groups.ts';
import { inboxPageMessages } from './messages.ts';

interface GroupRowProps {
  readonly row: InboxRow;
  readonly open: boolean;
  readonly compact: boolean;
  readonly onToggle: () => void;
  readonly choice: ReactNode;
}

/** What several are, together: of one application by its job, else as their group says. */
export function rowLabel(
  { label, about, notifications }: InboxRow,
  words: ReturnType<typeof inboxPageMessages>,
): string {
  const count = notifications.length;
  if (about !== undefined) return words.of_application({ count, job: about });
  return words.group({ count, what: label ?? '' });
}

/** Several of a kind in one row, which opens to show them. */
export function GroupRow({ row, open, compact, onToggle, choice }: GroupRowProps) {
  const words = useMessages(inboxPageMessages);
  const { id, notifications } = row;
  const [newest] = notifications;
  const unread = notifications.filter(({ read_at: readAt }) => readAt === null).length;
  const unseen = notifications.filter(({ seen_at: seenAt }) => seenAt === null);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li
      className={cn(
        'relative flex gap-3 px-3 outline-offset-[-2px] hover:bg-sunken/60 sm:px-5',
        compact ? 'py-2' : 'py-3',
        unread > 0 && 'bg-accent-soft/35',
      )}
      tabIndex={-1}
      data-testid="notification-group"
      data-row={`group-${id}`}
      data-unseen={unseen.map((one) => one.id).join(' ')}
    >
      {choice}
      <span className="max-[26rem]:hidden">
        <KindIcon kind={newest.kind} />
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className={cn(
            'flex w-full items-start gap-1.5 text-start text-sm leading-snug after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
            unread > 0 ? 'font-semibold' : 'font-medium',
          )}
        >
          <span className="min-w-0 flex-1 break-words">{rowLabel(row, words)}</span>
          <Chevron className="size-4 shrink-0 text-muted" aria-hidden />
        </button>
        {!open && (
          <p className="mt-0.5 truncate text-sm text-muted">
            {notifications.map(({ title }) => title).join(' · ')}
          </p>
        )}
        <p className="mt-1.5 flex items-center gap-2 text-xs text-muted">
          <RelativeTime value={newest.shown_at} />
          {unread > 0 && <Badge tone="accent">{words.unread_count({ count: unread })}</Badge>}
        </p>
      </div>
    </li>
  );
}
