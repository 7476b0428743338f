import { z } from 'zod';
import { define } from '../../../core/kind.ts';
import { paySchema } from '../../../core/pay.ts';
import { idSchema, timestampSchema } from '../../../core/primitives.ts';
import { jobFields } from '../../jobs/kinds/fields.ts';

/** Jobs that a notification names; the others are in the list. */
export const mostAlertJobs = 10;

export const savedSearchAlert = define({
  payload: z.object({
    /** How many jobs were found, those included that are not named. */
    count: z.int().min(1),
    /** The newest of them, the newest first. */
    jobs: z
      .array(
        z.object({
          ...jobFields,
          location: z.string().nullable(),
          pay: paySchema.nullable(),
          alert_name: z.string(),
          posted_at: timestampSchema,
          found_at: timestampSchema,
        }),
      )
      .min(1)
      .max(mostAlertJobs),
    /** The alerts that have found them, the one that found most first. */
    alerts: z.array(z.object({ id: idSchema, name: z.string() })).min(1),
  }),
  category: 'jobs',
  priority: 'medium',
  expiresAfterHours: 24 * 60,
  keptForDays: 90,
  image: 'match',
  actions: ({ alerts, jobs }) => {
    const [alert] = alerts;
    const [job] = jobs;
    return [
      ...(jobs.length === 1 && job !== undefined
        ? [{ id: 'open_job' as const, path: `/jobs/${job.job_id}` }]
        : []),
      { id: 'open_alert' as const, path: `/alerts?alert=${alert?.id ?? ''}` },
    ];
  },
  sumsUp: ({ count, jobs }) => ({
    parts: jobs.map((job) => ({ kind: 'job_posted', payload: { ...job, skills_required: [] } })),
    more: count - jobs.length,
  }),
  label: 'Alert of a saved search',
  description: 'Tells a job seeker of new jobs that the own saved searches have found.',
});
