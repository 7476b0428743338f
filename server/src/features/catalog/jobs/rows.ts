import type { EmploymentType, JobSummary, PayPeriod, Seniority, Workplace } from '@rolecall/contract';
import { sql } from 'kysely';
import { excerptOf } from './description.ts';
import { toPay } from './pay.ts';

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
  /** The beginning of the text, as {@link summaryColumns} reads it. */
  readonly beginning: string;
}

/** A job with everything that a page, matching or an application needs. */
export interface JobRow extends JobSummaryRow {
  readonly cluster_id: string;
  readonly source_id: string | null;
  readonly posted_by: string | null;
  readonly description_html: string;
  readonly description_text: string;
  readonly department: string | null;
  readonly apply_url: string | null;
  readonly matched_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What to select from `jobs` for a {@link JobSummaryRow}. */
export const summaryColumns = [
  'jobs.id',
  'jobs.company_id',
  'jobs.company_name',
  'jobs.title',
  'jobs.places',
  'jobs.workplace',
  'jobs.employment_type',
  'jobs.seniority',
  'jobs.skills',
  'jobs.pay_minimum',
  'jobs.pay_maximum',
  'jobs.pay_currency',
  'jobs.pay_period',
  'jobs.status',
  'jobs.published_at',
  'jobs.deadline_at',
] as const;

/** The rest of it: the whole text of each job would be too much for a list. */
export const beginningColumn = sql<string>`left(jobs.description_text, 400)`.as('beginning');

/** What to select beyond the summary for a {@link JobRow}. */
export const detailColumns = [
  'jobs.cluster_id',
  'jobs.source_id',
  'jobs.posted_by',
  'jobs.description_html',
  'jobs.description_text',
  'jobs.department',
  'jobs.apply_url',
  'jobs.matched_at',
  'jobs.created_at',
  'jobs.updated_at',
] as const;

/** A job as lists show it. */
export function toSummary(row: JobSummaryRow): JobSummary {
  return {
    id: row.id,
    title: row.title,
    company: { id: row.company_id, name: row.company_name },
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
  };
}
