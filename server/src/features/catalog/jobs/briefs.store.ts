import type { CompanyTrust, JobFlag } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { JobHold, JobReview } from './tables.ts';

/** What others need to know of a job, without its texts. */
export interface JobBrief {
  readonly id: string;
  readonly title: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly company_trust: CompanyTrust;
  readonly company_domain: string | null;
  readonly places: readonly string[];
  readonly status: 'open' | 'closed';
  readonly deadline_at: Date | null;
  readonly source_id: string | null;
  readonly apply_url: string | null;
  readonly hold: JobHold;
  readonly review: JobReview;
}

const columns = [
  ...(['id', 'title', 'company_id', 'company_name', 'company_trust', 'company_domain', 'places'] as const),
  ...(['status', 'deadline_at', 'source_id', 'apply_url', 'hold', 'review'] as const),
] as const;

/** These jobs by their ids; unknown ids are left out. */
export async function findJobBriefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, JobBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('jobs')
    .select(columns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** All that a job says in words. */
export interface JobWords {
  readonly id: string;
  readonly title: string;
  /** Its department, skills and places, each on a line of its own. */
  readonly details: string;
  /** Sanitized HTML. */
  readonly description_html: string;
  readonly flags: readonly JobFlag[];
}

/** What these jobs say, whether they are hidden or not. */
export async function findJobWords(tx: Tx, ids: readonly string[]): Promise<JobWords[]> {
  const rows = await tx
    .selectFrom('jobs')
    .select(['id', 'title', 'department', 'skills', 'places', 'description_html', 'flags'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(({ department, skills, places, ...row }) => ({
    ...row,
    details: [...(department === null ? [] : [department]), ...skills, ...places].join('\n'),
  }));
}

/** The job, locked until the transaction ends, whether it is hidden or not. */
export async function lockJobBrief(tx: Tx, id: string): Promise<JobBrief | undefined> {
  return tx.selectFrom('jobs').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The job as it stays until the transaction ends, whether it is hidden or not. */
export async function holdAnyJob(tx: Tx, id: string): Promise<JobBrief | undefined> {
  return tx.selectFrom('jobs').select(columns).where('id', '=', id).forShare().executeTakeFirst();
}

/** The job as it stays until the transaction ends: who closes it meanwhile waits. One that is hidden is not found. */
export async function holdJob(tx: Tx, id: string): Promise<JobBrief | undefined> {
  return tx
    .selectFrom('jobs')
    .select(columns)
    .where('id', '=', id)
    .where('hold', '<>', 'hidden')
    .forShare()
    .executeTakeFirst();
}

/** Whether a job takes applications at a moment. */
export function takesApplications(
  { status, deadline_at }: Pick<JobBrief, 'status' | 'deadline_at'>,
  now: Date,
): boolean {
  return status === 'open' && (deadline_at === null || deadline_at > now);
}
