import { z } from 'zod';
import { channelSchema } from '../../core/channels.ts';
import { categorySchema } from '../../core/kind.ts';
import {
  flagQuerySchema,
  idSchema,
  lineSchema,
  pageQuerySchema,
  requiredLineSchema,
  timestampSchema,
} from '../../core/primitives.ts';
import { roleSchema } from '../../core/role.ts';
import { kindSchema } from '../../kinds/index.ts';
import { sessionItemSchema } from '../accounts/sessions.ts';
import { deliveryStatusSchema } from '../deliveries/status.ts';
import { secondFactors } from '../second-factor/schemas.ts';
import { personStates } from './values.ts';

/** A person as operators find one. */
export const personSchema = z.object({
  user_id: idSchema,
  name: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  role: roleSchema,
  created_at: timestampSchema,
  /** Since when nobody can act as it; null: it is not disabled. */
  disabled_at: timestampSchema.nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const personStateSchema = z.enum(personStates);

export const personListQuerySchema = pageQuerySchema.extend({
  /** Beginning of the address, or beginnings of words of the name; empty: everybody, the newest first. */
  q: lineSchema(120).default(''),
  role: roleSchema.optional(),
  state: personStateSchema.optional(),
});

export const personNotificationListQuerySchema = pageQuerySchema.extend({
  kind: kindSchema.optional(),
  category: categorySchema.optional(),
  /** Only those that were kept out of the inbox, or only the others. */
  withheld: flagQuerySchema.optional(),
});

/** A notification of somebody, as operators list them. */
export const personNotificationSchema = z.object({
  id: idSchema,
  kind: kindSchema,
  category: categorySchema,
  title: z.string(),
  subject: z.string().nullable(),
  created_at: timestampSchema,
  read_at: timestampSchema.nullable(),
  withheld: z.string().nullable(),
  deliveries: z.array(z.object({ channel: channelSchema, status: deliveryStatusSchema, reason: z.string() })),
});
export type PersonNotification = z.infer<typeof personNotificationSchema>;

/** What operators see of an account, beside the person. */
export const personAccountSchema = z.object({
  company: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** Why it is disabled, in the words of whoever did it. */
  disabled_reason: z.string().nullable(),
  sessions: z.array(
    sessionItemSchema.pick({ id: true, browser: true, system: true, created_at: true, last_used_at: true }),
  ),
  api_keys: z.int(),
  /** What the person has beside the password; empty: nothing. */
  second_factors: z.array(z.enum(secondFactors)),
});
export type PersonAccount = z.infer<typeof personAccountSchema>;

/** What became of the deliveries of the newest notifications of a person. */
export const personDeliveriesSchema = z.object({
  /** How many notifications were looked at. */
  notifications: z.int(),
  counts: z.array(z.object({ channel: channelSchema, status: deliveryStatusSchema, count: z.int() })),
});
export type PersonDeliveries = z.infer<typeof personDeliveriesSchema>;

/** Why somebody is disabled. The person reads it. */
export const personDisableSchema = z.object({ reason: requiredLineSchema(500) });
export const personRoleSchema = z.object({ role: roleSchema });
