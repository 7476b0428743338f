import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';
import { clockTimeSchema } from '../preferences/settings.ts';

/** How the predecessors name what a notification is about; others are in our own list only. */
export const predecessorTypes = ['job_match', 'application_update', 'digest'] as const;

/** Pages by offset end here; whoever wants to read further does so by our own cursors. */
const furthestOffset = 10_000;

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

export const predecessorListQuerySchema = z.object({
  unread: flag.optional(),
  type: z.enum(predecessorTypes).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(furthestOffset).default(0),
});
export type PredecessorListQuery = z.infer<typeof predecessorListQuerySchema>;

export const predecessorNotificationSchema = z.object({
  id: idSchema,
  type: z.enum(predecessorTypes),
  title: z.string(),
  message: z.string(),
  job_id: idSchema.nullable(),
  /** From 0 to 1. */
  match_score: z.number().min(0).max(1).nullable(),
  email_sent: z.boolean(),
  is_read: z.boolean(),
  created_at: timestampSchema,
});
export type PredecessorNotification = z.infer<typeof predecessorNotificationSchema>;

export const predecessorListSchema = z.object({
  total: z.int(),
  unread: z.int(),
  notifications: z.array(predecessorNotificationSchema),
});

export const predecessorSettingsSchema = z.object({
  email_enabled: z.boolean(),
  digest_frequency: z.enum(['daily', 'weekly', 'disabled']),
  notify_new_matches: z.boolean(),
  notify_application_updates: z.boolean(),
  /** From 0 to 1. */
  min_match_score: z.number().min(0).max(1),
});
export type PredecessorSettings = z.infer<typeof predecessorSettingsSchema>;
export const predecessorSettingsUpdateSchema = predecessorSettingsSchema.partial();
export type PredecessorSettingsUpdate = z.infer<typeof predecessorSettingsUpdateSchema>;

export const predecessorMarkSchema = z.object({ success: z.literal(true), unread: z.int() });

export const predecessorTestSchema = z.object({ success: z.literal(true), notification_id: idSchema });

/** What reaches the person, as one flat object that can be sent back as it was read. */
export const predecessorPreferencesSchema = z.object({
  email_job_alerts: z.boolean(),
  email_application_updates: z.boolean(),
  email_interview_invitations: z.boolean(),
  email_job_recommendations: z.boolean(),
  email_weekly_digest: z.boolean(),
  realtime_job_alerts: z.boolean(),
  realtime_application_updates: z.boolean(),
  realtime_interview_invitations: z.boolean(),
  realtime_messages: z.boolean(),
  job_alert_frequency: z.enum(['immediate', 'daily', 'weekly']),
  quiet_hours_enabled: z.boolean(),
  quiet_hours_start: clockTimeSchema,
  quiet_hours_end: clockTimeSchema,
});
export type PredecessorPreferences = z.infer<typeof predecessorPreferencesSchema>;
export const predecessorPreferencesUpdateSchema = predecessorPreferencesSchema.partial();
export type PredecessorPreferencesUpdate = z.infer<typeof predecessorPreferencesUpdateSchema>;

export const predecessorAnalyticsSchema = z.object({
  total_notifications: z.int(),
  /** In percent, with at most one decimal. */
  overall_read_rate: z.number(),
  /** The same for each kind that there is. */
  read_rates_by_type: z.record(z.string(), z.number()),
  active_channels: z.array(z.string()),
});
export type PredecessorAnalytics = z.infer<typeof predecessorAnalyticsSchema>;
