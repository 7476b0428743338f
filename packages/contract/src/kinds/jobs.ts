import { z } from 'zod';
import { matchReasonSchema } from '../catalog.ts';
import { idSchema, paySchema, timestampSchema } from '../primitives.ts';
import { define } from './definition.ts';

const scoreSchema = z.int().min(0).max(100);

/** The job that a notification is about. */
const job = {
  job_id: idSchema,
  job_title: z.string(),
  company_name: z.string(),
  /** Lets a person mute the company. */
  company_id: idSchema.optional(),
};

/** What is told of jobs. */
export const jobKinds = {
  job_posted: define({
    payload: z.object({
      ...job,
      location: z.string().nullable(),
      skills_required: z.array(z.string()).max(40),
    }),
    category: 'jobs',
    priority: 'low',
    defaultChannels: ['inbox'],
    expiresAfterHours: 24 * 14,
    keptForDays: 30,
    image: 'job',
    description: 'Tells of a job that has just been posted.',
  }),
  job_alert: define({
    payload: z.object({
      ...job,
      location: z.string().nullable(),
      score: scoreSchema,
      reasons: z.array(matchReasonSchema),
      /** Postings with the same cluster are one vacancy. */
      cluster_id: idSchema.optional(),
      deadline_at: timestampSchema.nullable().optional(),
    }),
    category: 'jobs',
    priority: 'medium',
    expiresAfterHours: 24 * 60,
    keptForDays: 90,
    image: 'match',
    description: 'Tells a job seeker of a new job that fits the profile.',
  }),
  job_recommendation: define({
    payload: z.object({
      jobs: z
        .array(z.object({ ...job, location: z.string().nullable(), score: scoreSchema }))
        .min(1)
        .max(10),
    }),
    category: 'jobs',
    priority: 'low',
    expiresAfterHours: 24 * 14,
    keptForDays: 60,
    image: 'match',
    description: 'Recommends the best open jobs that the person has not looked at yet.',
  }),
  match_score_calculated: define({
    payload: z.object({ ...job, match_score: scoreSchema, previous_score: scoreSchema.nullable() }),
    category: 'jobs',
    priority: 'low',
    defaultChannels: ['inbox'],
    expiresAfterHours: 24 * 14,
    keptForDays: 30,
    image: 'match',
    description: 'Tells how well a job fits after the profile or the job has changed.',
  }),
  skill_match: define({
    payload: z.object({ ...job, score: scoreSchema, skills: z.array(z.string()).min(1).max(20) }),
    category: 'jobs',
    priority: 'medium',
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'skill',
    description: 'Tells of a job that asks for what the person knows best.',
  }),
  salary_alert: define({
    payload: z.object({ ...job, pay: paySchema }),
    category: 'jobs',
    priority: 'medium',
    expiresAfterHours: 24 * 30,
    keptForDays: 90,
    image: 'pay',
    description: 'Tells of a fitting job whose stated pay is well above what the person asks for.',
  }),
  job_deadline_reminder: define({
    payload: z.object({ ...job, deadline_at: timestampSchema }),
    category: 'jobs',
    priority: 'high',
    digestible: false,
    expiresAfterHours: 48,
    keptForDays: 30,
    image: 'deadline',
    description: 'Reminds of a saved job whose deadline is near.',
  }),
} as const;
