import type { ApplicationStatus } from '@rolecall/contract';

/** What a mail says about a step: in a word, as its subject and headline, and what follows from it. */
export interface StepWords {
  readonly label: string;
  readonly headline: string;
  readonly text: string;
}

/** What applicants read, by the status that an application has now. */
export type StatusWords = Readonly<Record<ApplicationStatus, StepWords>> & {
  /** What recruiters read when an applicant has withdrawn. */
  readonly withdrawnByApplicant: StepWords;
};
