import { z } from 'zod';
import { applicationStatusSchema } from '../applications.ts';
import { idSchema, timestampSchema, timeZoneSchema } from '../primitives.ts';
import { define } from './definition.ts';

/** The application that a notification is about. */
const application = {
  application_id: idSchema,
  job_id: idSchema,
  job_title: z.string(),
};
const audienceSchema = z.enum(['applicant', 'recruiter']);
const interviewEventSchema = z.enum(['invited', 'moved', 'cancelled']);
export type InterviewEvent = z.infer<typeof interviewEventSchema>;
const atCompany = { ...application, company_name: z.string(), company_id: idSchema.optional() };
/** A step of the application, for what follows every one of them. */
const step = {
  old_status: applicationStatusSchema.optional(),
  new_status: applicationStatusSchema.optional(),
};
const interview = {
  ...atCompany,
  interview_id: idSchema,
  /** Counts the changes of the interview, so that calendars know what is newer. */
  revision: z.int().min(0).optional(),
  starts_at: timestampSchema,
  ends_at: timestampSchema,
  /** In which the two sides have agreed on it. */
  time_zone: timeZoneSchema.optional(),
  /** An address, or a link to a call; empty: not said. */
  place: z.string(),
};

/** What is told of applications, to both sides. */
export const applicationKinds = {
  application_received: define({
    payload: z.object({ ...application, applicant_name: z.string() }),
    category: 'recruiting',
    priority: 'high',
    expiresAfterHours: null,
    keptForDays: 365,
    image: 'applicant',
    description: 'Tells a recruiter that somebody has applied.',
  }),
  application_confirmation: define({
    payload: z.object(atCompany),
    category: 'applications',
    priority: 'medium',
    digestible: false,
    expiresAfterHours: null,
    keptForDays: 365,
    image: 'application',
    description: 'Confirms to a job seeker that the application has arrived.',
  }),
  application_status_changed: define({
    payload: z.object({
      ...atCompany,
      old_status: applicationStatusSchema,
      new_status: applicationStatusSchema,
      note: z.string(),
      /** Whom it tells: the applicant, or the recruiter when the applicant has withdrawn. */
      audience: audienceSchema,
      applicant_name: z.string(),
    }),
    category: 'applications',
    priority: 'high',
    expiresAfterHours: null,
    keptForDays: 365,
    image: 'application',
    description: 'Tells the other side that an application has a new status.',
  }),
  interview_invitation: define({
    payload: z.object({
      ...interview,
      note: z.string(),
      /** Left out: `invited`. */
      event: interviewEventSchema.optional(),
      /** Where the invitation is a step of the application. */
      ...step,
    }),
    category: 'applications',
    priority: 'high',
    digestible: false,
    expiresAfterHours: null,
    keptForDays: 365,
    image: 'interview',
    description: 'Invites an applicant to an interview, and tells when it is moved or cancelled.',
  }),
  interview_reminder: define({
    /** One hour before it is urgent. */
    payload: z.object({
      ...interview,
      hours_before: z.int().min(1).max(168),
      /** Whom it reminds; left out: the applicant. */
      audience: audienceSchema.optional(),
      applicant_name: z.string().optional(),
    }),
    category: 'applications',
    priority: 'high',
    digestible: false,
    expiresAfterHours: 25,
    keptForDays: 30,
    image: 'interview',
    description: 'Reminds of an interview, a day and an hour before it.',
  }),
  offer: define({
    payload: z.object({ ...atCompany, note: z.string(), ...step }),
    category: 'applications',
    priority: 'high',
    digestible: false,
    expiresAfterHours: null,
    keptForDays: 730,
    image: 'offer',
    description: 'Tells an applicant of an offer.',
  }),
  rejection: define({
    payload: z.object({ ...atCompany, note: z.string(), ...step }),
    category: 'applications',
    priority: 'medium',
    digestible: false,
    daytimeOnly: true,
    expiresAfterHours: null,
    keptForDays: 365,
    image: 'application',
    description: 'Tells an applicant that the company does not go on; never at night.',
  }),
  automation_needs_attention: define({
    payload: z.object({
      application_id: idSchema.nullable(),
      job_id: idSchema,
      job_title: z.string(),
      company_name: z.string(),
      company_id: idSchema.optional(),
      /** What the automation could not answer by itself. */
      question: z.string().max(1_000),
    }),
    category: 'applications',
    priority: 'high',
    digestible: false,
    expiresAfterHours: 24 * 7,
    keptForDays: 60,
    image: 'attention',
    description: 'Asks the person for what an automated application needs to go on.',
  }),
  follow_up: define({
    payload: z.object({ ...atCompany, days: z.int().min(1) }),
    category: 'applications',
    priority: 'low',
    expiresAfterHours: 24 * 14,
    keptForDays: 60,
    image: 'application',
    description: 'Suggests to ask about an application that has had no answer for some days.',
  }),
} as const;
