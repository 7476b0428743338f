import { z } from 'zod';

/**
 * An application starts as `submitted`. The recruiter moves it forward (`viewed`, `shortlisted`, `interview`,
 * `offer`, `hired`), may leave steps out, and may end it with `rejected`. The applicant may end it with `withdrawn`
 * at any time before it has ended. `hired`, `rejected` and `withdrawn` are final; nothing ever goes back, because
 * each step has been told to the applicant. A rejection is told in the hours of a working day; until then it is pending,
 * and the applicant goes on seeing the status before.
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
