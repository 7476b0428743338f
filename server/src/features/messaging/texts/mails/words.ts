import type { ApplicationStatus } from '@rolecall/contract';
import type { DigestWords } from './digest-mail.ts';

/** What a mail says about a step: in a word, as its subject and headline, and what follows from it. */
export interface StepWords {
  readonly label: string;
  readonly headline: string;
  readonly text: string;
}

/** Everything that the mails of one language say, as Liquid. `mails/` says how it looks. */
export interface MailWords {
  /** With the space that it has in front of it. */
  readonly colon: string;
  /** Opens a mail that is more than news: `Hello {{ name }},`. */
  readonly hello: string;
  /** How well a job fits; `score` is in reach, or `job.score` in a list. */
  readonly match: (score: string) => string;
  readonly addressHint: string;
  readonly facts: {
    readonly when: string;
    readonly where: string;
    readonly job: string;
    readonly company: string;
    readonly until: string;
    readonly by: string;
    readonly from: string;
    readonly to: string;
  };

  readonly jobPosted: { readonly label: string; readonly skills: string };
  readonly jobAlert: { readonly why: string; readonly deadline: string };
  readonly jobRecommendation: { readonly intro: string };
  readonly skillMatch: { readonly label: string };
  readonly salaryAlert: { readonly label: string };
  readonly deadlineReminder: { readonly label: string; readonly text: string; readonly hint: string };

  readonly applicationReceived: { readonly subject: string; readonly label: string; readonly hint: string };
  readonly applicationConfirmation: { readonly subject: string; readonly text: string };
  /** By the status that an application has now. */
  readonly status: Readonly<Record<ApplicationStatus, StepWords>>;
  /** What recruiters read when an applicant has withdrawn. */
  readonly withdrawn: StepWords;
  readonly offerHint: string;
  readonly rejectionHint: string;
  readonly interview: {
    readonly invited: StepWords;
    readonly moved: StepWords;
    readonly cancelled: StepWords;
    readonly reminder: { readonly label: string; readonly applicant: string; readonly recruiter: string };
    /** @param google a link; @param outlook a link */
    readonly calendar: (google: string, outlook: string) => string;
    readonly calendarText: string;
  };
  readonly automation: { readonly label: string; readonly text: string };
  readonly followUp: { readonly label: string; readonly hint: string };

  readonly profileReminder: { readonly hint: string };
  readonly skillGap: { readonly hint: string };

  readonly welcome: {
    readonly subject: string;
    readonly text: string;
    readonly seeker: readonly [string, string, string];
    readonly recruiter: readonly [string, string, string];
  };
  readonly verification: {
    readonly subject: string;
    readonly preheader: string;
    readonly text: string;
    readonly hint: string;
  };
  readonly passwordReset: {
    readonly subject: string;
    readonly preheader: string;
    readonly text: string;
    readonly hint: string;
  };
  readonly securityAlert: { readonly label: string; readonly text: string };
  readonly announcement: { readonly label: string };
  readonly maintenance: { readonly label: string };
  readonly chat: { readonly text: string };
  readonly testMessage: { readonly label: string };
  readonly digest: DigestWords;
}
