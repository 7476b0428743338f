import type {
  CompanyTrust,
  EmploymentType,
  JobCompany,
  JobFlag,
  JobMark,
  JobStaleness,
  JobSummary,
  OtherPosting,
  PayPeriod,
  Seniority,
  Workplace,
} from '@rolecall/contract';
import { toPay } from './pay.ts';
import { excerptOf } from './plain-description.ts';
import type { JobHold, JobReview } from './tables.ts';

/** The columns that a list of jobs shows. */
export interface JobSummaryRow {
  readonly id: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly title: string;
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employment_type: EmploymentType | null;
  readonly seniority: Seniority | null;
  readonly skills: readonly string[];
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  readonly status: 'open' | 'closed';
  readonly published_at: Date;
  readonly deadline_at: Date | null;
  /** The first 400 characters of the text. */
  readonly beginning: string;
  readonly company_trust: CompanyTrust;
  readonly company_domain: string | null;
  readonly stale: JobStaleness | null;
}

/** A job with everything that a page, matching or an application needs. */
export interface JobRow extends JobSummaryRow {
  readonly cluster_id: string;
  readonly source_id: string | null;
  readonly posted_by: string | null;
  readonly description_html: string;
  readonly description_text: string;
  readonly department: string | null;
  readonly pay_evidence: string | null;
  readonly pay_gross: boolean | null;
  readonly pay_months: number | null;
  readonly apply_url: string | null;
  readonly matched_at: Date | null;
  readonly hold: JobHold;
  readonly flags: readonly JobFlag[];
  readonly review: JobReview;
  readonly review_note: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The company of a job, as everybody sees it. */
export const companyOf = (
  row: Pick<JobSummaryRow, 'company_id' | 'company_name' | 'company_trust' | 'company_domain'>,
): JobCompany => ({
  id: row.company_id,
  name: row.company_name,
  trust: row.company_trust,
  domain: row.company_domain,
});

/** What a notification about a job tells of its company beside the name: whether it has shown who it is, and by what. */
export function companyMarkOf({
  company_trust: trust,
  company_domain: domain,
}: Pick<JobSummaryRow, 'company_trust' | 'company_domain'>): {
  readonly company_unverified?: true;
  readonly company_domain?: string;
} {
  if (trust === 'unverified') return { company_unverified: true };
  return domain === null ? {} : { company_domain: domain };
}

/** A job as lists show it, with what the reader has done with it and the other postings of its vacancy. */
export function toSummary(
  row: JobSummaryRow,
  mark: JobMark | null = null,
  others: readonly OtherPosting[] = [],
): JobSummary {
  return {
    id: row.id,
    title: row.title,
    company: companyOf(row),
    places: [...row.places],
    workplace: row.workplace,
    employment_type: row.employment_type,
    seniority: row.seniority,
    skills: [...row.skills],
    pay: toPay(row),
    status: row.status,
    published_at: row.published_at.toISOString(),
    deadline_at: row.deadline_at?.toISOString() ?? null,
    excerpt: excerptOf(row.beginning),
    mark,
    other_postings: [...others],
    stale: row.status === 'open' ? row.stale : null,
  };
}
