import type { Notification } from '@rolecall/contract';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';
import { useNotificationsContext } from '../context.ts';
import type { NotificationsResult } from '../hooks.ts';
import { NotificationItem } from './notification-item.tsx';
import { useNow } from './relative-time.tsx';

export interface NotificationListProps {
  readonly notifications: NotificationsResult;
  readonly onOpen: ((notification: Notification) => void) | undefined;
  /** The person follows a notification, by `onOpen` or by its link. */
  readonly onLeave: (() => void) | undefined;
  readonly renderItem: ((notification: Notification) => ReactNode) | undefined;
}

/** The items, with arrow keys, Home and End to go through them. */
export function NotificationList({ notifications, onOpen, onLeave, renderItem }: NotificationListProps) {
  const { labels, locale, toAddress } = useNotificationsContext();
  const { items, markRead, markUnread, saved } = notifications;
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  /** Which item has the focus. */
  const place = useRef(-1);

  // An item that is gone, because it is read, hands the focus to the one that took its place.
  useLayoutEffect(() => {
    const isLost = place.current >= 0 && items.length > 0 && document.activeElement === document.body;
    if (isLost) mainsOf(list.current)[Math.min(place.current, items.length - 1)]?.focus();
  }, [items]);

  // With the last item the list goes too.
  useLayoutEffect(() => {
    const { current: element } = list;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      element.closest<HTMLElement>('[role="tabpanel"]')?.focus();
    };
  }, []);

  const follow = useCallback(
    (notification: Notification, event: MouseEvent) => {
      markRead(notification.id);
      // A new tab or window is the browser's business.
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      const leads = onOpen !== undefined || notification.action !== null;
      if (leads) onLeave?.();
      if (onOpen !== undefined) {
        event.preventDefault();
        onOpen(notification);
        return;
      }
      const address = notification.action && toAddress(notification.action.path);
      if (address === null) return;
      event.preventDefault();
      void leaveFor(address, saved);
    },
    [markRead, saved, toAddress, onOpen, onLeave],
  );
  const mark = useCallback(
    ({ id }: Notification, read: boolean) => (read ? markRead(id) : markUnread(id)),
    [markRead, markUnread],
  );

  function move(event: KeyboardEvent): void {
    const present = mainsOf(list.current);
    const targets: ReadonlyMap<string, number> = new Map([
      ['ArrowDown', Math.min(place.current + 1, present.length - 1)],
      ['ArrowUp', Math.max(place.current - 1, 0)],
      ['Home', 0],
      ['End', present.length - 1],
    ]);
    const target = targets.get(event.key);
    if (target === undefined) return;
    event.preventDefault();
    present[target]?.focus();
  }

  return (
    <ul
      ref={list}
      className="rolecall-list"
      onKeyDown={move}
      onFocus={({ target }) => {
        place.current = mainsOf(list.current).findIndex((main) => main.parentElement?.contains(target));
      }}
      onBlur={() => {
        place.current = -1;
      }}
    >
      {items.map((notification) => (
        <NotificationItem
          key={notification.id}
          notification={notification}
          address={notification.action && toAddress(notification.action.path)}
          {...{ now, locale, labels, renderItem }}
          onFollow={follow}
          onMark={mark}
        />
      ))}
    </ul>
  );
}

/** In milliseconds; nobody waits for a server that is slow. */
const longestWait = 1_000;

/** Leaves the page when what was marked is saved: requests on their way would go down with it. */
async function leaveFor(address: string, saved: () => Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => {
    setTimeout(resolve, longestWait);
  });
  await Promise.race([saved(), timeout]);
  window.location.assign(address);
}

/** The links and buttons that fill the items. */
const mainsOf = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('.rolecall-item-main') ?? []),
];
