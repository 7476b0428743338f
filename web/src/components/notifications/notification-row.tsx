import type { Notification } from '@rolecall/contract';
import { AlarmClock, MailOpen, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { PathLink } from '../path-link.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { DateTime, RelativeTime } from '../ui/time.tsx';
import { CallButton } from './call-button.tsx';
import { useChange } from './changing.ts';
import { KindOrScore } from './kind-or-score.tsx';
import { inboxMessages } from './messages.ts';

interface NotificationRowProps {
  readonly notification: Notification;
  /** Called when the person follows the link of the notification. */
  readonly onLeave?: () => void;
  /** Stands before it, to choose it. */
  readonly choice?: ReactNode;
  /** More that can be done with it. */
  readonly menu?: ReactNode;
  /** It is one of those that a row above holds together. */
  readonly inset?: boolean;
}

export function NotificationRow({
  notification,
  onLeave,
  choice,
  menu,
  inset = false,
}: NotificationRowProps) {
  const words = useMessages(inboxMessages);
  const change = useChange();
  const { id, title, message, action, actions, priority } = notification;
  const unread = notification.read_at === null;
  const toggle = () => change({ change: unread ? 'read' : 'unread', notifications: [notification] });

  function follow(): void {
    if (unread) toggle();
    onLeave?.();
  }

  return (
    <li
      className={cn(
        'relative flex gap-3 px-3 py-3.5 outline-offset-[-2px] hover:bg-sunken/60 sm:px-5',
        unread && 'bg-accent-soft/35',
        inset && 'ps-8 sm:ps-14',
      )}
      tabIndex={-1}
      data-testid="notification"
      data-row={id}
      data-unread={unread}
      data-unseen={notification.seen_at === null ? id : ''}
    >
      {choice}
      <span className={choice === undefined ? '' : 'max-[26rem]:hidden'}>
        <KindOrScore notification={notification} />
      </span>
      <div className="min-w-0 flex-1">
        <p className={cn('text-sm leading-snug break-words', unread ? 'font-semibold' : 'font-medium')}>
          {unread && <span className="sr-only">{words.is_unread()} </span>}
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
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          <RelativeTime value={notification.shown_at} />
          {priority === 'urgent' && <Badge tone="danger">{words.urgent()}</Badge>}
          {priority === 'high' && <Badge tone="warn">{words.important()}</Badge>}
          {notification.pinned_at !== null && (
            <Badge tone="accent">
              <Pin aria-hidden />
              {words.is_pinned()}
            </Badge>
          )}
          {notification.snoozed_until !== null && (
            <Badge tone="info">
              <AlarmClock aria-hidden />
              {words.until()} <DateTime value={notification.snoozed_until} />
            </Badge>
          )}
        </p>
        {menu !== undefined && <MoreActions title={title} actions={actions.slice(1)} onFollow={follow} />}
      </div>
      <div className="relative flex shrink-0 flex-col items-center gap-0.5 self-start">
        <Button
          variant="ghost"
          size="smallIcon"
          aria-label={words.about({ action: unread ? words.mark_read() : words.mark_unread(), title })}
          title={unread ? words.mark_read() : words.mark_unread()}
          onClick={toggle}
        >
          {unread ? (
            <span className="size-2.5 rounded-full bg-signal" />
          ) : (
            <MailOpen className="text-muted" aria-hidden />
          )}
        </Button>
        {menu}
      </div>
    </li>
  );
}

/** The buttons beside the main one, which the title is. */
function MoreActions({
  title,
  actions,
  onFollow,
}: {
  readonly title: string;
  readonly actions: Notification['actions'];
  readonly onFollow: () => void;
}) {
  if (actions.length === 0) return null;
  return (
    <div className="relative mt-2 flex w-fit flex-wrap gap-2">
      {actions.map((action) =>
        action.path === null ? (
          <CallButton key={action.id} action={action} title={title} />
        ) : (
          <Button key={action.id} asChild size="small">
            <PathLink path={action.path} onClick={onFollow}>
              {action.label}
            </PathLink>
          </Button>
        ),
      )}
    </div>
  );
}
