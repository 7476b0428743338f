export { renderNotificationReference } from './documentation.ts';
export type { LivePush, WrittenNotification } from './live-push.ts';
export {
  type AnyNotification,
  createNotifications,
  type NotificationInput,
  type NotificationOutcome,
  type Notifications,
} from './notifications.ts';
export { explain, type IrrelevanceReason, type ReasonCode } from './reasons.ts';
export type { OnlinePeople, Recipient, Recipients } from './recipients.ts';
export { type DeliveryChannel, type RouteDecision, type RouteFacts, route } from './routing.ts';
export { secretsOf } from './secrets.ts';
export { matchReasonNames } from './text.en.ts';
export { type InboxText, renderInboxText } from './text.ts';
export { type InboxRow, toWireNotification } from './wire.ts';
