import type { Notification } from '@rolecall/contract';
import { AlarmClock, Archive, MailOpen, Pin } from 'lucide-react';
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
  /** One line of text, so that many are seen at once. */
  readonly compact?: boolean;
}

/** Where there is a pointer, what can be done shows with it or with the focus; a finger finds it always. */
const onDemand =
  'transition-opacity pointer-fine:opacity-0 pointer-fine:group-focus-within/row:opacity-100 pointer-fine:group-focus/row:opacity-100 pointer-fine:group-hover/row:opacity-100 has-data-[state=open]:opacity-100';

export function NotificationRow({
  notification,
  onLeave,
  choice,
  menu,
  inset = false,
  compact = false,
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
        'group/row relative flex gap-3 px-3 outline-offset-[-2px] hover:bg-sunken/60 sm:px-5',
        compact ? 'py-2' : 'py-3',
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
        <p
          className={cn(
            'text-sm leading-snug break-words',
            unread ? 'font-semibold' : 'font-medium',
            compact && 'truncate',
          )}
        >
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
        <p
          className={cn(
            'mt-0.5 text-sm leading-snug text-muted',
            compact ? 'truncate' : 'line-clamp-3 break-words',
          )}
        >
          {message}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
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
        {menu !== undefined && (
          <MoreActions title={title} actions={actions.slice(1)} compact={compact} onFollow={follow} />
        )}
      </div>
      <div
        className={cn(
          'relative flex shrink-0 items-center self-start',
          menu === undefined ? 'flex-col' : 'flex-row-reverse max-sm:flex-col',
        )}
      >
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
            <MailOpen className={cn('text-muted', onDemand)} aria-hidden />
          )}
        </Button>
        {menu !== undefined && (
          <span className={cn('flex items-center max-sm:flex-col', onDemand)}>
            {menu}
            {notification.archived_at === null && (
              <Button
                variant="ghost"
                size="smallIcon"
                className="pointer-coarse:hidden"
                aria-label={words.about({ action: words.archive(), title })}
                title={words.archive()}
                onClick={() => change({ change: 'archive', notifications: [notification] })}
              >
                <Archive className="text-muted" aria-hidden />
              </Button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}

/** The buttons beside the main one, which the title is. */
function MoreActions({
  title,
  actions,
  compact,
  onFollow,
}: {
  readonly title: string;
  readonly actions: Notification['actions'];
  readonly compact: boolean;
  readonly onFollow: () => void;
}) {
  if (actions.length === 0) return null;
  return (
    <div
      className={cn(
        'relative mt-2 flex w-fit flex-wrap gap-2',
        // Many rows at once leave no room for buttons that nobody is about to press.
        compact && 'hidden group-focus-within/row:flex group-hover/row:flex',
      )}
    >
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
