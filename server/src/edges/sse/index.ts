export { mountNotificationStream, type NotificationStreamDependencies } from './notification-stream.ts';
