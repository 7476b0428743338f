export type { CountReached } from './day-budget.ts';
export type { DigestRequest, DigestWindow, DigestWindows, OverflowRequest } from './digest-windows.ts';
export { renderNotificationReference } from './documentation.ts';
export type { AnyNotification, NotificationInput } from './drafts.ts';
export { type ExportedNotification, eraseNotifications, exportNotifications } from './export.store.ts';
export {
  findAbout,
  findHistory,
  findToldAbout,
  findUnderKey,
  findWrittenDown,
  type HistoryFilter,
  type WrittenDown,
} from './history.store.ts';
export { createInbox, type Inbox } from './inbox/inbox.ts';
export {
  createInboxStreams,
  type InboxStreams,
  type StreamCursor,
  type StreamHead,
} from './inbox/streams.ts';
export { createUpkeep, type Upkeep } from './inbox/upkeep.ts';
export type { InboxNumbers, LivePush, WrittenNotification } from './live-push.ts';
export type { InsertDeliveries, NewDelivery } from './new-delivery.ts';
export { countNotifications, countOverflow, findKnownKeys, lockInboxes } from './notifications.store.ts';
export {
  createNotifications,
  type NotificationOutcome,
  type Notifications,
} from './notifications.ts';
export { forgetApplicant } from './redaction.store.ts';
export { secretsOf, withoutSecrets } from './secrets.ts';
export {
  countInboxOutcome,
  findNotifications,
  type InboxOutcome,
  removeSecrets,
  renameKeys,
  replacePayloads,
  type StoredNotification,
} from './stored.store.ts';
export { unreadAmong, unreadOf } from './unread.store.ts';
export { type InboxRow, toWireNotification } from './wire.ts';
