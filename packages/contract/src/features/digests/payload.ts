import { z } from 'zod';
import { idSchema, timestampSchema } from '../../core/primitives.ts';
import { digestFrequencies } from './values.ts';

export const digestFrequencySchema = z.enum(digestFrequencies);

/** One of the best that a digest shows. */
const digestEntrySchema = z.object({
  notification_id: idSchema,
  /** A kind of the catalogue; the entry carries its payload and is told in its words. */
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type DigestEntry = z.infer<typeof digestEntrySchema>;

/** What has happened around a person in the time of a digest. */
export const activitySummarySchema = z.object({
  new_jobs: z.int().min(0),
  new_matches: z.int().min(0),
  applications: z.int().min(0),
  application_changes: z.int().min(0),
});
export type ActivitySummary = z.infer<typeof activitySummarySchema>;

const changedJob = { job_id: idSchema, job_title: z.string(), company_name: z.string() };

/** What has become of a job that the digest before this one told of. */
export const digestChangeSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('job_closed'), ...changedJob }),
  /** It is out of sight while it or its company is looked at. */
  z.object({ change: z.literal('job_held'), ...changedJob }),
  z.object({ change: z.literal('deadline_near'), ...changedJob, deadline_at: timestampSchema }),
  z.object({
    change: z.literal('score_changed'),
    ...changedJob,
    score: z.int().min(0).max(100),
    previous_score: z.int().min(0).max(100),
  }),
]);
export type DigestChange = z.infer<typeof digestChangeSchema>;

export const digestPayloadSchema = z.object({
  frequency: digestFrequencySchema,
  /** The time that it sums up. */
  from: timestampSchema,
  until: timestampSchema,
  /** The best first. */
  entries: z.array(digestEntrySchema).min(1).max(30),
  /** How many more there are in the inbox. */
  more: z.int().min(0),
  /** Since the last digest of this frequency. */
  changes: z.array(digestChangeSchema).max(10).optional(),
  activity: activitySummarySchema,
});
export type DigestPayload = z.infer<typeof digestPayloadSchema>;
