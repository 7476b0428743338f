export type { NotificationFeed } from '../notifications/feed.ts';
export { NotificationBell, type NotificationBellProps } from './components/notification-bell.tsx';
export { NotificationCenter, type NotificationCenterProps } from './components/notification-center.tsx';
export {
  type NotificationsResult,
  type UseNotificationsOptions,
  useConnection,
  useNotifications,
  useUnreadCount,
} from './hooks.ts';
export type { View } from './inbox/entries.ts';
export type { Connection, ListState } from './inbox/state.ts';
export type { NotificationLabels } from './labels/labels.ts';
export { NotificationsProvider, type NotificationsProviderProps } from './provider.tsx';
