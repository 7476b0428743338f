import type { Notification } from '@rolecall/contract';
import { CircleQuestionMark, MailOpen } from 'lucide-react';
import { cn } from '../../lib/cn.ts';
import { PathLink } from '../path-link.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { KindIcon } from './kind-icon.tsx';
import { useMark } from './marking.ts';

interface NotificationRowProps {
  readonly notification: Notification;
  /** Called when the person follows the link of the notification. */
  readonly onLeave?: () => void;
  /** Opens the story of its deliveries; without it there is no button. */
  readonly onExplain?: () => void;
}

export function NotificationRow({ notification, onLeave, onExplain }: NotificationRowProps) {
  const mark = useMark();
  const { title, message, action, kind, created_at: createdAt, read_at: readAt, priority } = notification;
  const unread = readAt === null;

  function follow(): void {
    if (unread) mark.mutate({ notification, read: true });
    onLeave?.();
  }

  return (
    <li
      className={cn(
        'relative flex gap-3 px-4 py-3.5 hover:bg-sunken/60 sm:px-5',
        unread && 'bg-accent-soft/35',
      )}
      data-testid="notification"
      data-unread={unread}
    >
      <KindIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className={cn('text-sm leading-snug', unread ? 'font-semibold' : 'font-medium')}>
          {unread && <span className="sr-only">Unread: </span>}
          {action === null ? (
            title
          ) : (
            <PathLink
              path={action.path}
              onClick={follow}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {title}
            </PathLink>
          )}
        </p>
        <p className="mt-0.5 text-sm leading-snug break-words text-muted">{message}</p>
        <p className="mt-1.5 flex items-center gap-2 text-xs text-muted">
          <RelativeTime value={createdAt} />
          {priority === 'urgent' && <Badge tone="danger">Urgent</Badge>}
        </p>
      </div>
      <div className="relative flex shrink-0 flex-col items-center gap-0.5 self-start">
        <Button
          variant="ghost"
          size="smallIcon"
          aria-label={`${unread ? 'Mark as read' : 'Mark as unread'}: ${title}`}
          title={unread ? 'Mark as read' : 'Mark as unread'}
          onClick={() => mark.mutate({ notification, read: unread })}
        >
          {unread ? (
            <span className="size-2.5 rounded-full bg-signal" />
          ) : (
            <MailOpen className="text-muted" aria-hidden />
          )}
        </Button>
        {onExplain !== undefined && (
          <Button
            variant="ghost"
            size="smallIcon"
            aria-label={`Why did I get this: ${title}`}
            title="Why did I get this?"
            onClick={onExplain}
          >
            <CircleQuestionMark className="text-muted" aria-hidden />
          </Button>
        )}
      </div>
    </li>
  );
}
