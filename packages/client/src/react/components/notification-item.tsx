import type { Notification } from '@rolecall/contract';
import { type MouseEvent, memo, type ReactNode } from 'react';
import type { NotificationLabels } from '../labels/labels.ts';
import { CheckIcon } from './icons.tsx';
import { RelativeTime } from './relative-time.tsx';

export interface NotificationItemProps {
  readonly notification: Notification;
  /** Where it leads; null when nowhere. */
  readonly address: string | null;
  readonly now: number;
  readonly locale: string | undefined;
  readonly labels: NotificationLabels;
  /** Draws what stands in the item, in place of title, message and time. */
  readonly renderItem: ((notification: Notification) => ReactNode) | undefined;
  readonly onFollow: (notification: Notification, event: MouseEvent) => void;
  readonly onMark: (notification: Notification, read: boolean) => void;
}

/** The link or button of the item fills it, so that a press anywhere counts; the small button lies above that. */
export const NotificationItem = memo(function NotificationItem(props: NotificationItemProps) {
  const { notification, address, now, locale, labels, renderItem, onFollow, onMark } = props;
  const { title, message, created_at: createdAt } = notification;
  const isUnread = notification.read_at === null;
  const shared = {
    className: 'rolecall-item-main',
    onClick: (event: MouseEvent) => onFollow(notification, event),
  };
  const content = renderItem?.(notification) ?? (
    <>
      <span className="rolecall-item-title">
        <bdi>{title}</bdi>
      </span>
      <span className="rolecall-item-message">
        <bdi>{message}</bdi>
      </span>
      <RelativeTime instant={createdAt} now={now} locale={locale} justNow={labels.justNow} />
    </>
  );
  const main = (
    <>
      {isUnread && <span className="rolecall-hidden">{labels.isUnread} </span>}
      {content}
    </>
  );
  const toggle = isUnread ? labels.markAsRead(title) : labels.markAsUnread(title);
  return (
    <li className="rolecall-item" data-unread={isUnread} data-priority={notification.priority}>
      {address === null ? (
        <button type="button" {...shared}>
          {main}
        </button>
      ) : (
        <a href={address} {...shared}>
          {main}
        </a>
      )}
      <button
        type="button"
        className="rolecall-item-toggle"
        aria-label={toggle}
        title={toggle}
        onClick={() => onMark(notification, isUnread)}
      >
        {isUnread ? <span className="rolecall-dot" /> : <CheckIcon />}
      </button>
    </li>
  );
});
