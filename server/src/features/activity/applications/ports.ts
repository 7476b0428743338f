import type { Interview, InterviewInput, QuietHours, Resume } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { LockedApplication } from './locked-application.ts';

/** What applications need to know of companies; the catalogue provides it. */
export interface CompanyMembers {
  /** The company of a recruiter; null for everybody else. */
  companyOf(tx: Tx, userId: string): Promise<{ readonly id: string } | null>;
  /** The recruiters of a company, by their ids. */
  membersOf(tx: Tx, companyId: string): Promise<readonly string[]>;
}

/** What applications need to know of an applicant's decisions about being told. */
export interface ApplicantSettings {
  settingsOf(
    tx: Tx,
    userIds: readonly string[],
  ): Promise<{ of(userId: string): { readonly quiet_hours: QuietHours | null } }>;
}

/** The résumés that people apply with. */
export interface ApplicationResumes {
  /** Whether this is in the person's own list; it stays until the transaction ends. */
  holdResume(tx: Tx, resumeId: string, userId: string): Promise<boolean>;
  findResumes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Resume>>;
}

/** An interview as people are told of it. */
export interface InterviewDetails {
  readonly interview_id: string;
  readonly revision: number;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly time_zone: string;
  readonly place: string;
  readonly note: string;
}

/** The interviews of applications. */
export interface ApplicationInterviews {
  /** Adds one to an application that is locked. @throws {ApplicationError} `invalid_request` for a time that is over */
  addInterview(
    tx: Tx,
    arrangedBy: string | null,
    application: LockedApplication,
    input: InterviewInput,
    now: Date,
  ): Promise<InterviewDetails>;
  /** Cancels what lies ahead of an application that has ended. @returns what it has cancelled */
  cancelInterviewsAhead(tx: Tx, applicationId: string, now: Date): Promise<readonly InterviewDetails[]>;
  /** The interviews of an application in the order of their time. */
  listInterviews(tx: Tx, applicationId: string): Promise<Interview[]>;
}
