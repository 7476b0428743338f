import { z } from 'zod';
import {
  idSchema,
  pageQuerySchema,
  textSchema,
  timestampSchema,
  timeZoneSchema,
} from '../../core/primitives.ts';
import { companyTrustSchema } from '../companies/trust.ts';
import { interviewInputSchema, interviewSchema } from '../interviews/schemas.ts';
import { resumeSchema } from '../resumes/schemas.ts';
import { applicationStatusSchema } from './status.ts';

export const applySchema = z.object({
  note: textSchema(5_000).default(''),
  resume_id: idSchema.optional(),
});

export const applicationEventSchema = z.object({
  from_status: applicationStatusSchema.nullable(),
  to_status: applicationStatusSchema,
  by: z.enum(['applicant', 'recruiter']),
  note: z.string(),
  created_at: timestampSchema,
});

/** A decision that the applicant does not know yet. */
export const pendingDecisionSchema = z.object({
  /** The status that the applicant sees until then. */
  told_status: applicationStatusSchema,
  /** When the applicant is told, unless it is taken back before. */
  release_at: timestampSchema,
  /** The zone of the applicant. */
  time_zone: timeZoneSchema,
});
export type PendingDecision = z.infer<typeof pendingDecisionSchema>;

export const applicationSchema = z.object({
  id: idSchema,
  status: applicationStatusSchema,
  /** For recruiters only: `status` is decided, and the applicant is told later. */
  pending: pendingDecisionSchema.nullable(),
  note: z.string(),
  resume: resumeSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  job: z.object({
    id: idSchema,
    title: z.string(),
    company_name: z.string(),
    company_trust: companyTrustSchema,
    /** The domain that the company has proven. */
    company_domain: z.string().nullable(),
    location: z.string().nullable(),
    status: z.enum(['open', 'closed']),
  }),
  applicant: z.object({ id: idSchema, name: z.string(), email: z.string(), headline: z.string() }),
  /** What the caller may do with it now. */
  allowed_statuses: z.array(applicationStatusSchema),
});
export type Application = z.infer<typeof applicationSchema>;

export const applicationDetailSchema = applicationSchema.extend({
  history: z.array(applicationEventSchema),
  /** In the order of their time, cancelled ones too. */
  interviews: z.array(interviewSchema),
});
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>;

export const applicationListQuerySchema = pageQuerySchema.extend({
  status: applicationStatusSchema.optional(),
});

export const statusChangeSchema = z.object({
  status: applicationStatusSchema,
  /** Shown to the other side. */
  note: textSchema(2_000).default(''),
  /** Status that the caller saw; a change in between is answered with `edit_conflict`. */
  expected_status: applicationStatusSchema.optional(),
  /** With the status `interview`: the applicant is invited at once. */
  interview: interviewInputSchema.optional(),
});
