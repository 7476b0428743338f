export {
  type PushAction,
  type PushActionName,
  type PushData,
  type PushMessage,
  pushActionNames,
} from './message.ts';
export { webPushMessages } from './messages.ts';
export {
  maximumPushDevices,
  mostShownNotifications,
  type PushDevice,
  type PushKey,
  type PushSubscriptionInput,
  type PushTest,
  pushDeviceSchema,
  pushSubscriptionSchema,
  pushTestSchema,
} from './schemas.ts';
