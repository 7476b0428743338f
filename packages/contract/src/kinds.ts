import { z } from 'zod';
import { applicationStatusSchema } from './applications.ts';
import { matchReasonSchema } from './catalog.ts';
import { roleSchema } from './identity.ts';
import {
  idSchema,
  requiredLineSchema,
  smallObjectSchema,
  textSchema,
  timestampSchema,
} from './primitives.ts';

/** What a person switches on and off. */
export const categories = ['jobs', 'applications', 'recruiting', 'account', 'services', 'security'] as const;
export const categorySchema = z.enum(categories);
export type Category = z.infer<typeof categorySchema>;

/** Ways to a person. The inbox always has the notification; `realtime` is its live push to open sockets. */
export const channels = ['inbox', 'email'] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export const priorities = ['low', 'medium', 'high', 'urgent'] as const;
export const prioritySchema = z.enum(priorities);
export type Priority = z.infer<typeof prioritySchema>;

export interface KindDefinition<Payload extends z.ZodType = z.ZodType> {
  /** What a notification of this kind carries, as it is stored. */
  readonly payload: Payload;
  readonly category: Category;
  readonly priority: Priority;
  /** Channels that it takes unless the person has decided otherwise. */
  readonly defaultChannels: readonly Channel[];
  /** A mandatory kind ignores preferences, caps and quiet hours. */
  readonly mandatory: boolean;
  /** Whether it may wait in a digest. */
  readonly digestible: boolean;
  /** Hours after which it is of no use to anybody any more; null: never. */
  readonly expiresAfterHours: number | null;
  /** In one sentence, for the reference of events and the settings page. */
  readonly description: string;
}

const define = <Payload extends z.ZodType>(definition: KindDefinition<Payload>): KindDefinition<Payload> =>
  definition;

/** The catalogue of everything that Rolecall can tell a person. */
export const kinds = {
  welcome: define({
    payload: z.object({ name: z.string(), role: roleSchema }),
    category: 'account',
    priority: 'low',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: false,
    expiresAfterHours: 24 * 30,
    description: 'Greets a new person and names the first steps.',
  }),
  email_verification: define({
    payload: z.object({
      name: z.string(),
      email: z.string(),
      token: z.string(),
      expires_at: timestampSchema,
    }),
    category: 'security',
    priority: 'urgent',
    defaultChannels: ['email'],
    mandatory: true,
    digestible: false,
    expiresAfterHours: 24,
    description: 'Asks a person to confirm an e-mail address.',
  }),
  password_reset: define({
    payload: z.object({
      name: z.string(),
      email: z.string(),
      token: z.string(),
      expires_at: timestampSchema,
    }),
    category: 'security',
    priority: 'urgent',
    defaultChannels: ['email'],
    mandatory: true,
    digestible: false,
    expiresAfterHours: 1,
    description: 'Carries the link to set a new password.',
  }),
  job_alert: define({
    payload: z.object({
      job_id: idSchema,
      job_title: z.string(),
      company_name: z.string(),
      location: z.string().nullable(),
      score: z.int().min(0).max(100),
      reasons: z.array(matchReasonSchema),
    }),
    category: 'jobs',
    priority: 'medium',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: true,
    expiresAfterHours: 24 * 60,
    description: 'Tells a job seeker of a new job that fits the profile.',
  }),
  application_received: define({
    payload: z.object({
      application_id: idSchema,
      job_id: idSchema,
      job_title: z.string(),
      applicant_name: z.string(),
    }),
    category: 'recruiting',
    priority: 'high',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: true,
    expiresAfterHours: null,
    description: 'Tells a recruiter that somebody has applied.',
  }),
  application_confirmation: define({
    payload: z.object({
      application_id: idSchema,
      job_id: idSchema,
      job_title: z.string(),
      company_name: z.string(),
    }),
    category: 'applications',
    priority: 'medium',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: false,
    expiresAfterHours: null,
    description: 'Confirms to a job seeker that the application has arrived.',
  }),
  application_status_changed: define({
    payload: z.object({
      application_id: idSchema,
      job_id: idSchema,
      job_title: z.string(),
      company_name: z.string(),
      old_status: applicationStatusSchema,
      new_status: applicationStatusSchema,
      note: z.string(),
      /** Whom it tells: the applicant, or the recruiter when the applicant has withdrawn. */
      audience: z.enum(['applicant', 'recruiter']),
      applicant_name: z.string(),
    }),
    category: 'applications',
    priority: 'high',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: false,
    expiresAfterHours: null,
    description: 'Tells the other side that an application has a new status.',
  }),
  service_message: define({
    payload: z.object({
      title: requiredLineSchema(120),
      message: textSchema(1_000),
      /** Where it leads: a label and a path of the web app. */
      action: z
        .object({
          label: requiredLineSchema(40),
          path: z
            .string()
            .max(500)
            .regex(/^\/(?!\/)/),
        })
        .optional(),
      /** Whatever the service's own clients want to know; shown to nobody. */
      data: smallObjectSchema.optional(),
    }),
    category: 'services',
    priority: 'medium',
    defaultChannels: ['inbox', 'email'],
    mandatory: false,
    digestible: true,
    expiresAfterHours: 24 * 30,
    description: 'Carries what another program, such as an applicant tracking system, tells a person.',
  }),
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = [
  'welcome',
  'email_verification',
  'password_reset',
  'job_alert',
  'application_received',
  'application_confirmation',
  'application_status_changed',
  'service_message',
] as const satisfies readonly Kind[];
export const kindSchema = z.enum(kindNames);

/** What a notification of kind K carries. */
export type KindPayload<K extends Kind> = z.infer<(typeof kinds)[K]['payload']>;
