import { z } from 'zod';
import {
  idSchema,
  lineSchema,
  pageQuerySchema,
  textSchema,
  timestampSchema,
  timeZoneSchema,
} from './primitives.ts';

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

const interviewFields = {
  starts_at: timestampSchema,
  ends_at: timestampSchema,
  /** The zone in which it is agreed; both sides are shown their own time too. */
  time_zone: timeZoneSchema,
  /** An address, or a link to a call; empty: not said. */
  place: lineSchema(300),
  /** Shown to the applicant. */
  note: textSchema(2_000),
};

export const interviewSchema = z.object({
  id: idSchema,
  ...interviewFields,
  status: interviewStatusSchema,
  created_at: timestampSchema,
  updated_at: timestampSchema,
});
export type Interview = z.infer<typeof interviewSchema>;

/** An interview to come, of at most a day. */
export const interviewInputSchema = z
  .object({
    ...interviewFields,
    place: interviewFields.place.default(''),
    note: interviewFields.note.default(''),
  })
  .refine((interview) => lastsUpToADay(interview), {
    error: 'must be after the beginning, by at most a day',
    path: ['ends_at'],
  });
export type InterviewInput = z.infer<typeof interviewInputSchema>;

export const interviewCancellationSchema = z.object({ note: interviewFields.note.default('') });

function lastsUpToADay(interview: { readonly starts_at: string; readonly ends_at: string }): boolean {
  const length = Date.parse(interview.ends_at) - Date.parse(interview.starts_at);
  return length > 0 && length <= 86_400_000;
}

/** An application has at most so many interviews, cancelled ones too. */
export const maximumInterviews = 20;

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
