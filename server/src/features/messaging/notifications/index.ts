export { renderNotificationReference } from './documentation.ts';
export type { AnyNotification, NotificationInput } from './drafts.ts';
export type { InboxNumbers, LivePush, WrittenNotification } from './live-push.ts';
export { lockInboxes } from './notifications.store.ts';
export {
  createNotifications,
  type NotificationOutcome,
  type Notifications,
} from './notifications.ts';
export type { OnlinePeople, Recipient, Recipients } from './recipients.ts';
export { forgetApplicant } from './redaction.store.ts';
export { secretsOf, withoutSecrets } from './secrets.ts';
export { type InboxRow, toWireNotification } from './wire.ts';
