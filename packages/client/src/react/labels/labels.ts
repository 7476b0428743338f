/** Every text of the components. */
export interface NotificationLabels {
  /** Heading of the center and name of the panel. */
  readonly title: string;
  /** Name of the bell for screen readers. */
  readonly bell: (unread: number) => string;
  readonly close: string;
  readonly markAllAsRead: string;
  readonly all: string;
  readonly unread: string;
  /** Read out before an unread notification. */
  readonly isUnread: string;
  readonly markAsRead: (title: string) => string;
  readonly markAsUnread: (title: string) => string;
  /** For a notification of less than a minute ago. */
  readonly justNow: string;
  readonly loading: string;
  readonly loadMore: string;
  readonly nothingYet: string;
  readonly nothingYetHint: string;
  readonly nothingUnread: string;
  readonly nothingUnreadHint: string;
  readonly notLoaded: string;
  readonly notChanged: string;
  readonly retry: string;
  readonly offline: string;
  readonly reconnecting: string;
  readonly signedOut: string;
  /** Read out when one has arrived. */
  readonly arrived: (title: string) => string;
  /** Read out when several have arrived at once. */
  readonly arrivedTogether: (count: number) => string;
}

export const english: NotificationLabels = {
  title: 'Notifications',
  bell: (unread) => (unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`),
  close: 'Close',
  markAllAsRead: 'Mark all as read',
  all: 'All',
  unread: 'Unread',
  isUnread: 'Unread:',
  markAsRead: (title) => `Mark as read: ${title}`,
  markAsUnread: (title) => `Mark as unread: ${title}`,
  justNow: 'just now',
  loading: 'Loading notifications …',
  loadMore: 'Load more',
  nothingYet: 'Nothing yet',
  nothingYetHint: 'What matters to you will appear here.',
  nothingUnread: 'All caught up',
  nothingUnreadHint: 'You have read everything.',
  notLoaded: 'The notifications could not be loaded.',
  notChanged: 'That could not be saved. Please try again.',
  retry: 'Try again',
  offline: 'You are offline. New notifications come when you are back.',
  reconnecting: 'Connecting again …',
  signedOut: 'You are signed out. Sign in again to see your notifications.',
  arrived: (title) => `New notification: ${title}`,
  arrivedTogether: (count) => `${count} new notifications`,
};
