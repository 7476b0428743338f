import { z } from 'zod';
import { timestampSchema } from '../../core/primitives.ts';

export const mailAlarmMeasures = ['bounces', 'complaints'] as const;
/** `bounces`: hard ones, of the mails that were tried; `complaints`: of those that were sent. */
export const mailAlarmMeasureSchema = z.enum(mailAlarmMeasures);
export type MailAlarmMeasure = z.infer<typeof mailAlarmMeasureSchema>;

/** `pause`: mails that can wait are held back because of it. */
export const mailAlarmLevelSchema = z.enum(['warning', 'pause']);
export type MailAlarmLevel = z.infer<typeof mailAlarmLevelSchema>;

export const mailAlarmsSchema = z.object({
  /** Since when mails that can wait are held back; null: they are not. */
  paused_at: timestampSchema.nullable(),
  alarms: z.array(
    z.object({
      /** Null: of all providers together. */
      provider: z.string().nullable(),
      measure: mailAlarmMeasureSchema,
      level: mailAlarmLevelSchema,
      /** In percent. */
      rate: z.number(),
      events: z.int(),
      mails: z.int(),
      window_minutes: z.int(),
      since: timestampSchema,
    }),
  ),
  /** In percent. */
  limits: z.record(mailAlarmMeasureSchema, z.object({ warning: z.number(), pause: z.number() })),
});
export type MailAlarms = z.infer<typeof mailAlarmsSchema>;
