import { z } from 'zod';
import { idSchema, pageQuerySchema, textSchema, timestampSchema } from './primitives.ts';

/**
 * An application starts as `submitted`. The recruiter moves it forward (`viewed`, `shortlisted`, `interview`,
 * `offer`, `hired`), may leave steps out, and may end it with `rejected`. The applicant may end it with `withdrawn`
 * at any time before it has ended. `hired`, `rejected` and `withdrawn` are final; nothing ever goes back, because
 * each step has been told to the applicant.
 */
export const applicationStatuses = [
  'submitted',
  'viewed',
  'shortlisted',
  'interview',
  'offer',
  'hired',
  'rejected',
  'withdrawn',
] as const;
export const applicationStatusSchema = z.enum(applicationStatuses);
export type ApplicationStatus = z.infer<typeof applicationStatusSchema>;

export type ApplicationActor = 'applicant' | 'recruiter';

const recruiterTransitions: Readonly<Record<ApplicationStatus, readonly ApplicationStatus[]>> = {
  submitted: ['viewed', 'shortlisted', 'interview', 'offer', 'rejected'],
  viewed: ['shortlisted', 'interview', 'offer', 'rejected'],
  shortlisted: ['interview', 'offer', 'rejected'],
  interview: ['offer', 'rejected'],
  offer: ['hired', 'rejected'],
  hired: [],
  rejected: [],
  withdrawn: [],
};

/** The statuses that can follow `from` when `actor` decides. Empty when the application has ended. */
export function allowedTransitions(
  from: ApplicationStatus,
  actor: ApplicationActor,
): readonly ApplicationStatus[] {
  const byRecruiter = recruiterTransitions[from];
  if (actor === 'recruiter') return byRecruiter;
  return byRecruiter.length === 0 ? [] : ['withdrawn'];
}

export const interviewStatuses = ['scheduled', 'moved', 'cancelled'] as const;
/** `moved`: it takes place, at another time or place than was told first. */
export const interviewStatusSchema = z.enum(interviewStatuses);
export type InterviewStatus = z.infer<typeof interviewStatusSchema>;

export const resumeSchema = z.object({
  id: idSchema,
  file_name: z.string(),
  media_type: z.string(),
  /** Bytes. */
  size: z.int(),
  created_at: timestampSchema,
});
export type Resume = z.infer<typeof resumeSchema>;

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

export const applicationSchema = z.object({
  id: idSchema,
  status: applicationStatusSchema,
  note: z.string(),
  resume: resumeSchema.nullable(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  job: z.object({
    id: idSchema,
    title: z.string(),
    company_name: z.string(),
    location: z.string().nullable(),
    status: z.enum(['open', 'closed']),
  }),
  applicant: z.object({ id: idSchema, name: z.string(), email: z.string(), headline: z.string() }),
  /** What the caller may do with it now. */
  allowed_statuses: z.array(applicationStatusSchema),
});
export type Application = z.infer<typeof applicationSchema>;

export const applicationDetailSchema = applicationSchema.extend({ history: z.array(applicationEventSchema) });
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
});
