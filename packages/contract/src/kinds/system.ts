import { z } from 'zod';
import { roleSchema } from '../identity.ts';
import {
  idSchema,
  requiredLineSchema,
  smallObjectSchema,
  textSchema,
  timestampSchema,
} from '../primitives.ts';
import { channelSchema, define } from './definition.ts';
import { digestPayloadSchema } from './digest.ts';

/** A page of the web app. */
export const pagePathSchema = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)/, { error: 'must be a path of the web app such as /jobs' });

/** Where something leads: a label and a path of the web app. */
export const linkSchema = z.object({ label: requiredLineSchema(40), path: pagePathSchema });

export const securityEvents = [
  'password_changed',
  'new_sign_in',
  'api_key_created',
  'email_changed',
  'data_exported',
] as const;
const securityEventSchema = z.enum(securityEvents);
export type SecurityEvent = z.infer<typeof securityEventSchema>;

const oneTimeLink = z.object({
  name: z.string(),
  email: z.string(),
  token: z.string(),
  expires_at: timestampSchema,
});

const announcement = {
  title: requiredLineSchema(120),
  message: textSchema(1_000),
  action: linkSchema.optional(),
};

const digest = (hours: number, description: string) =>
  define({
    payload: digestPayloadSchema,
    category: 'digests',
    priority: 'low',
    defaultChannels: ['email'],
    digestible: false,
    expiresAfterHours: hours,
    keptForDays: 30,
    image: 'digest',
    description,
  });

/** What the instance itself, its operator and connected services tell. */
export const systemKinds = {
  welcome: define({
    payload: z.object({ name: z.string(), role: roleSchema }),
    category: 'account',
    priority: 'low',
    digestible: false,
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'welcome',
    description: 'Greets a new person and names the first steps.',
  }),
  email_verification: define({
    payload: oneTimeLink,
    category: 'security',
    priority: 'urgent',
    defaultChannels: ['email'],
    mandatory: true,
    digestible: false,
    expiresAfterHours: 24,
    keptForDays: 30,
    image: 'security',
    description: 'Asks a person to confirm an e-mail address.',
  }),
  password_reset: define({
    payload: oneTimeLink,
    category: 'security',
    priority: 'urgent',
    defaultChannels: ['email'],
    mandatory: true,
    digestible: false,
    expiresAfterHours: 1,
    keptForDays: 30,
    image: 'security',
    description: 'Carries the link to set a new password.',
  }),
  security_alert: define({
    payload: z.object({
      event: securityEventSchema,
      at: timestampSchema,
      /** By what program it was done; empty: not known. */
      client: z.string().max(200),
    }),
    category: 'security',
    priority: 'urgent',
    mandatory: true,
    digestible: false,
    expiresAfterHours: 24 * 7,
    keptForDays: 365,
    image: 'security',
    description: 'Tells of something that matters for the safety of the account.',
  }),
  feature_announcement: define({
    payload: z.object({ ...announcement, broadcast_id: idSchema.optional() }),
    category: 'announcements',
    priority: 'low',
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'announcement',
    description: 'Carries what the operator announces.',
  }),
  maintenance: define({
    payload: z.object({
      ...announcement,
      broadcast_id: idSchema.optional(),
      starts_at: timestampSchema.nullable(),
      ends_at: timestampSchema.nullable(),
    }),
    category: 'announcements',
    priority: 'high',
    digestible: false,
    expiresAfterHours: 24 * 7,
    keptForDays: 30,
    image: 'maintenance',
    description: 'Tells of maintenance of this instance.',
  }),
  digest_hourly: digest(6, 'Sums up an hour, for whoever wants a category every hour.'),
  digest_daily: digest(24, 'Sums up a day, for whoever wants a category once a day.'),
  digest_weekly: digest(72, 'Sums up a week, for whoever wants a category once a week.'),
  chat_message: define({
    payload: z.object({
      conversation_id: idSchema,
      from_name: z.string(),
      /** The beginning of the message. */
      excerpt: z.string().max(300),
    }),
    category: 'messages',
    priority: 'high',
    expiresAfterHours: 24 * 7,
    keptForDays: 90,
    image: 'message',
    description: 'Tells of a message in a conversation that the person is not looking at.',
  }),
  service_message: define({
    payload: z.object({
      ...announcement,
      /** Whatever the service's own clients want to know; shown to nobody. */
      data: smallObjectSchema.optional(),
    }),
    category: 'services',
    priority: 'medium',
    expiresAfterHours: 24 * 30,
    image: 'service',
    description: 'Carries what another program, such as an applicant tracking system, tells a person.',
  }),
  test_message: define({
    payload: z.object({ channel: channelSchema }),
    category: 'account',
    priority: 'high',
    mandatory: true,
    digestible: false,
    expiresAfterHours: 1,
    keptForDays: 7,
    image: 'service',
    description: 'Tries out a channel when the person asks for it; nothing holds it back.',
  }),
} as const;
