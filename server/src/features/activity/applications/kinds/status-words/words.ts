import type { ApplicationStatus } from '@rolecall/contract';

/** What is said of a step: in a word, as a headline, in a sentence for the inbox, and what follows from it in a mail. */
export interface StepWords {
  readonly label: string;
  readonly headline: string;
  readonly message: string;
  readonly text: string;
}

/** What applicants read, by the status that an application has now. */
export type StatusWords = Readonly<Record<ApplicationStatus, StepWords>> & {
  /** What recruiters read when an applicant has withdrawn. */
  readonly withdrawnByApplicant: StepWords;
};
