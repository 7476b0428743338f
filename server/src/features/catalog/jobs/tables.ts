import type {
  CompanyTrust,
  EmploymentType,
  JobFlag,
  JobStaleness,
  PayPeriod,
  Seniority,
  Workplace,
} from '@rolecall/contract';
import type { ColumnType, Fixed, Generated, ReadOnly } from '../../../platform/db/index.ts';

/** What is kept back of a job. */
export type JobHold = 'none' | 'quiet' | 'hidden';

/**
 * What is thought of its text. `flagged`: rules have found something that an operator has to look at; `cleared`: an operator
 * has looked, and lets it be; `hidden`: an operator has taken it out of sight.
 */
export type JobReview = 'none' | 'flagged' | 'cleared' | 'hidden';

interface JobTable {
  id: Fixed<string>;
  company_id: string;
  /** Copy of the company's name, for the search vector and the lists. */
  company_name: string;
  source_id: string | null;
  external_id: string | null;
  posted_by: string | null;
  /** Its vacancy, as `catalog/vacancies` has decided; its own id until then. */
  cluster_id: string;
  /** Whether it waits for that decision, since it is new or says something else than before. Nobody is told of it till then. */
  vacancy_due: Generated<boolean>;
  title: string;
  description_html: string;
  description_text: string;
  /** Generated: the first 400 characters of the text, for lists. */
  beginning: ColumnType<string, never, never>;
  department: string | null;
  places: string[];
  workplace: Workplace | null;
  employment_type: EmploymentType | null;
  seniority: Seniority | null;
  skills: string[];
  pay_minimum: number | null;
  pay_maximum: number | null;
  pay_currency: string | null;
  pay_period: PayPeriod | null;
  /** The upper end of stated pay as an amount per year, for filters. */
  pay_annual: number | null;
  /** The words of its text that state its pay; null where its source or its company states it in a field. */
  pay_evidence: string | null;
  /** Of pay that was read: before taxes or not, and how many payments a year has. */
  pay_gross: boolean | null;
  pay_months: number | null;
  apply_url: string | null;
  published_at: Date;
  deadline_at: Date | null;
  status: 'open' | 'closed';
  closed_at: Date | null;
  closed_reason: 'vanished' | 'recruiter' | 'deadline' | 'source_removed' | 'gone' | null;
  /** Hash of everything that a source gives; equal: nothing to write. */
  content_hash: string | null;
  /** When the source recorded this form of it, where the source says so; an older form never replaces a newer one. */
  revised_at: Date | null;
  /** Null until it has been matched to people; set in the transaction that notifies them. */
  matched_at: Date | null;
  created_at: Date;
  updated_at: Date;
  /** Copy of how its company stands. */
  company_trust: Generated<CompanyTrust>;
  /** Copy of the domain that its company has proven. */
  company_domain: string | null;
  /** `quiet`: it is shown, and nobody is told of it; `hidden`: nobody but its company and operators sees it. */
  hold: Generated<JobHold>;
  /** What rules have found in its text. */
  flags: ColumnType<readonly JobFlag[], string | undefined, string>;
  review: Generated<JobReview>;
  /** Why an operator has hidden it, in the operator's words; empty unless it is hidden. */
  review_note: Generated<string>;
  /** Why it is probably not to be had any more; null while nothing says so. */
  stale: ColumnType<JobStaleness | null, string | null | undefined, string | null>;
  /** Generated from title, company, skills, department and description. */
  search: ColumnType<string, never, never>;
  /** Generated from title, company and skills: small enough to rank many rows by it. */
  headline_search: ColumnType<string, never, never>;
  /** Generated from the places, without stemming. */
  places_search: ColumnType<string, never, never>;
}

type JobListingColumn =
  | 'id'
  | 'company_id'
  | 'company_name'
  | 'title'
  | 'places'
  | 'workplace'
  | 'employment_type'
  | 'seniority'
  | 'skills'
  | 'pay_minimum'
  | 'pay_maximum'
  | 'pay_currency'
  | 'pay_period'
  | 'pay_annual'
  | 'status'
  | 'published_at'
  | 'deadline_at'
  | 'beginning'
  | 'search'
  | 'headline_search'
  | 'places_search'
  | 'company_trust'
  | 'company_domain'
  | 'hold'
  | 'cluster_id'
  | 'stale';

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    jobs: JobTable;
  }
  interface PublishedViews {
    vacancies_of_jobs: ReadOnly<{ job_id: string; cluster_id: string }>;
    job_listings: ReadOnly<Pick<JobTable, JobListingColumn>>;
  }
}
