import { z } from 'zod';
import { idSchema, requiredLineSchema, timestampSchema } from '../../core/primitives.ts';

/** Base64url without padding, of so many bytes. */
const bytesSchema = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/, { error: 'must be base64url' })
    .transform((value) => value.replaceAll('=', ''))
    .refine((value) => Math.floor((value.length * 3) / 4) === length, {
      error: `must be ${length} bytes in base64url`,
    });

/** Most devices of a person that get pushes; with one more, the one that was used longest ago goes. */
export const maximumPushDevices = 20;

/** Most notifications that a device asks about at once. */
export const mostShownNotifications = 100;

export const pushKeySchema = z.object({
  /** Key of this instance (VAPID, RFC 8292), as `applicationServerKey` takes it. */
  public_key: z.string(),
});
export type PushKey = z.infer<typeof pushKeySchema>;

/** A subscription as the browser gives it (`PushSubscription.toJSON()`), with the key that it was made with. */
export const pushSubscriptionSchema = z.object({
  endpoint: z.url().max(2_000),
  keys: z.object({ p256dh: bytesSchema(65), auth: bytesSchema(16) }),
  public_key: bytesSchema(65),
  /** Endpoint that this one takes the place of, where the push service has given the browser a new one. */
  replaces: z.url().max(2_000).optional(),
});
export type PushSubscriptionInput = z.input<typeof pushSubscriptionSchema>;

export const pushEndpointSchema = z.object({ endpoint: z.url().max(2_000) });

const pushDeviceStates = ['unverified', 'works', 'blocked'] as const;
/**
 * `unverified`: its push service has not taken a message yet. `blocked`: it refuses the key of this instance, so the
 * device has to subscribe anew, which it does when the person opens the web app there.
 */
const pushDeviceStateSchema = z.enum(pushDeviceStates);

export const pushDeviceSchema = z.object({
  id: idSchema,
  /** Made of what the browser says of itself, until the person gives it another one. */
  name: z.string(),
  /** Host of the push service. */
  push_service: z.string(),
  state: pushDeviceStateSchema,
  created_at: timestampSchema,
  /** When a message was last taken for it; null: never. */
  last_used_at: timestampSchema.nullable(),
});
export type PushDevice = z.infer<typeof pushDeviceSchema>;

export const pushDevicesSchema = z.object({ items: z.array(pushDeviceSchema) });
export const pushDeviceParamsSchema = z.object({ device_id: idSchema });
export const pushDeviceUpdateSchema = z.object({ name: requiredLineSchema(80) });

const pushTestResults = ['taken', 'gone', 'refused', 'unreachable'] as const;
export const pushTestSchema = z.object({
  /**
   * `taken`: the push service has it, and shows it when the device is on. `gone`: the browser has subscribed no longer,
   * and the device is forgotten. `refused`: the push service did not want it. `unreachable`: it did not answer.
   */
  result: z.enum(pushTestResults),
});
export type PushTest = z.infer<typeof pushTestSchema>;

export const shownNotificationsSchema = z.object({
  notification_ids: z.array(idSchema).max(mostShownNotifications),
});
