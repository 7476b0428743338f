import type { JobFlag } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { JobHold, JobReview } from './tables.ts';

/** A job whose hold was changed. */
export interface ReviewedJob {
  readonly id: string;
  readonly hold: JobHold;
  /** What was kept back of it before. */
  readonly was: JobHold;
  readonly status: 'open' | 'closed';
  readonly matched_at: Date | null;
}

/** Which jobs are looked through: those of companies, some of them, or all that may be held. */
export type HeldJobs =
  | { readonly companyIds: readonly string[] }
  | { readonly jobIds: readonly string[] }
  | 'all';

/** What is kept back by the rules of the operator. */
export interface HoldRules {
  /** Of jobs of unverified companies that have no rule of their own. */
  readonly unverified: JobHold;
  /** Of jobs with something in their texts; those of unverified companies are told nobody in any case. */
  readonly flagged: JobHold;
}

/** A posting that an operator has hidden is not back in sight when it is posted again. */
const repeats = JSON.stringify([{ code: 'hidden_before' } satisfies Pick<JobFlag, 'code'>]);

/**
 * Sets what is kept back of jobs to what follows from how their companies stand, for some of those where it does not, and
 * answers those. What is told for the first time begins anew: it is as new as if it was posted now.
 *
 * The strictest of what holds for a job counts; the rule of a company comes before that for all of them.
 */
export async function reviewJobs(
  tx: Tx,
  { unverified, flagged }: HoldRules,
  which: HeldJobs,
  now: Date,
  limit: number,
): Promise<ReviewedJob[]> {
  const { rows } = await sql<ReviewedJob>`
    with due as (
      select jobs.id, standing.trust, standing.domain, wanted.hold, jobs.hold as was
      from jobs
      join company_standings as standing on standing.id = jobs.company_id
      cross join lateral (
        select case
          when standing.trust <> 'unverified' then 'none'
          when standing.posting_rule = 'quiet' then 'quiet'
          when standing.posting_rule = 'held' then 'hidden'
          when standing.posting_rule is null then ${unverified}
          else 'none'
        end as hold
      ) as by_company
      cross join lateral (
        select case
          when standing.hidden or jobs.review = 'hidden' or by_company.hold = 'hidden'
            or (jobs.review = 'flagged' and (${flagged} = 'hidden' or jobs.flags @> ${repeats}::jsonb)) then 'hidden'
          when by_company.hold = 'quiet'
            or (jobs.review = 'flagged' and (${flagged} = 'quiet' or standing.trust = 'unverified')) then 'quiet'
          else 'none'
        end as hold
      ) as wanted
      where (jobs.hold <> wanted.hold or jobs.company_trust <> standing.trust
          or jobs.company_domain is distinct from standing.domain)
        and ${condition(which)}
      order by jobs.id
      limit ${limit}
      for update of jobs
    )
    update jobs set
      hold = due.hold,
      company_trust = due.trust,
      company_domain = due.domain,
      published_at = case
        when due.hold = 'none' and jobs.hold <> 'none' and jobs.status = 'open' and jobs.matched_at is null
        then ${now} else jobs.published_at
      end
    from due where jobs.id = due.id
    returning jobs.id, jobs.hold, due.was, jobs.status, jobs.matched_at`.execute(tx);
  return rows;
}

function condition(which: HeldJobs) {
  if (which === 'all') return sql`(jobs.external_id is null or jobs.review <> 'none')`;
  return 'jobIds' in which
    ? sql`jobs.id = any(${which.jobIds}::uuid[])`
    : sql`jobs.company_id = any(${which.companyIds}::uuid[])`;
}

/** Sets what an operator has decided about a job. */
export async function updateReview(tx: Tx, id: string, review: JobReview, note: string): Promise<void> {
  await tx.updateTable('jobs').set({ review, review_note: note }).where('id', '=', id).execute();
}

/** Those of these jobs of which nothing is kept back. */
export async function selectUnheld(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('hold', '=', 'none')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How many jobs these companies have open, how many of these are kept back, and when they posted those since a moment, the oldest first. */
export async function countPostings(
  tx: Tx,
  companyIds: readonly string[],
  since: Date,
): Promise<{ readonly open: number; readonly waiting: number; readonly recent: readonly Date[] }> {
  const { open, waiting } = await tx
    .selectFrom('jobs')
    .select((count) => count.fn.countAll<number>().as('open'))
    .select(sql<number>`count(*) filter (where hold <> 'none')`.as('waiting'))
    .where(sql<boolean>`company_id = any(${companyIds}::uuid[])`)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  const recent = await tx
    .selectFrom('jobs')
    .select('created_at')
    .where(sql<boolean>`company_id = any(${companyIds}::uuid[])`)
    .where('created_at', '>', since)
    .orderBy('created_at')
    .execute();
  return { open, waiting, recent: recent.map(({ created_at }) => created_at) };
}

/** What a company's postings say that an operator has hidden, the newest first: the beginnings of their texts. */
export async function selectHiddenTexts(
  tx: Tx,
  companyId: string,
  limit: number,
  characters: number,
): Promise<{ id: string; title: string; text: string }[]> {
  return tx
    .selectFrom('jobs')
    .select(['id', 'title'])
    .select(sql<string>`left(description_text, ${characters})`.as('text'))
    .where('company_id', '=', companyId)
    .where('review', '=', 'hidden')
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
}
