import type { EmploymentType, JobFlag, PayPeriod, Seniority, Workplace } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { JobHold, JobReview } from './tables.ts';

/** A posting of a source as a row of `jobs`, without what the database or the moment decides. */
export interface ImportRow {
  readonly id: string;
  readonly external_id: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly title: string;
  readonly description_html: string;
  readonly description_text: string;
  readonly department: string | null;
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employment_type: EmploymentType | null;
  readonly seniority: Seniority | null;
  readonly skills: readonly string[];
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  readonly pay_annual: number | null;
  readonly pay_evidence: string | null;
  readonly pay_gross: boolean | null;
  readonly pay_months: number | null;
  readonly apply_url: string;
  readonly published_at: Date | null;
  readonly deadline_at: Date | null;
  readonly revised_at: Date | null;
  readonly content_hash: string;
  readonly flags: readonly JobFlag[];
}

export interface ImportedRow {
  readonly id: string;
  readonly inserted: boolean;
  readonly status: 'open' | 'closed';
  readonly matched_at: Date | null;
  readonly review: JobReview;
  readonly hold: JobHold;
  readonly flags: readonly JobFlag[];
}

export interface KnownPosting {
  readonly id: string;
  readonly external_id: string;
  readonly content_hash: string | null;
  readonly status: 'open' | 'closed';
  readonly revised_at: Date | null;
  /** Its page was found gone not long ago, so that only a change opens it again. */
  readonly stays_gone: boolean;
}

/** What is stored of these postings of a source. */
export async function selectKnown(
  tx: Tx,
  sourceId: string,
  externalIds: readonly string[],
  now: Date,
): Promise<KnownPosting[]> {
  const { rows } = await sql<KnownPosting>`
    select id, external_id, content_hash, status, revised_at, ${staysGone('jobs', now)} as stays_gone
    from jobs
    where source_id = ${sourceId} and external_id = any(${externalIds}::text[])
  `.execute(tx);
  return rows;
}

/**
 * Writes postings, new ones and changed ones, in one statement; answers those that were written.
 *
 * A new one waits for its vacancy, and so does one whose words have changed. A posting whose deadline has passed is closed
 * from the start. One that came back is open again. An older revision never replaces a newer one, and what is stored already
 * is not written again, even when two runs of a source overlap because one of them was taken for dead.
 */
export async function upsertImports(
  tx: Tx,
  sourceId: string,
  rows: readonly ImportRow[],
  now: Date,
): Promise<ImportedRow[]> {
  const result = await sql<ImportedRow>`
    with incoming as (
      select *, deadline_at <= ${now} is true as expired
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as incoming (
        id uuid, external_id text, company_id uuid, company_name text, title text,
        description_html text, description_text text, department text, places text[], workplace text,
        employment_type text, seniority text, skills text[], pay_minimum integer, pay_maximum integer,
        pay_currency text, pay_period text, pay_annual bigint, pay_evidence text,
        pay_gross boolean, pay_months smallint, apply_url text, published_at timestamptz,
        deadline_at timestamptz, revised_at timestamptz, content_hash text, flags jsonb
      )
    )
    insert into jobs as stored (
      id, company_id, company_name, source_id, external_id, cluster_id, vacancy_due, title, description_html,
      description_text, department, places, workplace, employment_type, seniority, skills, pay_minimum, pay_maximum,
      pay_currency, pay_period, pay_annual, pay_evidence, pay_gross, pay_months, apply_url, published_at, deadline_at, status, closed_at, closed_reason,
      content_hash, revised_at, created_at, updated_at, flags, review
    )
    select
      id, company_id, company_name, ${sourceId}::uuid, external_id, id, true, title, description_html,
      description_text, department, places, workplace, employment_type, seniority, skills, pay_minimum, pay_maximum,
      pay_currency, pay_period, pay_annual, pay_evidence, pay_gross, pay_months, apply_url, coalesce(published_at, ${now}::timestamptz), deadline_at,
      case when expired then 'closed' else 'open' end,
      case when expired then ${now}::timestamptz end,
      case when expired then 'deadline' end,
      content_hash, revised_at, ${now}::timestamptz, ${now}::timestamptz, flags,
      case when flags = '[]' then 'none' else 'flagged' end
    from incoming
    order by external_id
    on conflict (source_id, external_id) where source_id is not null do update set
      company_id = excluded.company_id,
      company_name = excluded.company_name,
      vacancy_due = stored.vacancy_due or ${wordsAreOther('stored', 'excluded')},
      title = excluded.title,
      description_html = excluded.description_html,
      description_text = excluded.description_text,
      department = excluded.department,
      places = excluded.places,
      workplace = excluded.workplace,
      employment_type = excluded.employment_type,
      seniority = excluded.seniority,
      skills = excluded.skills,
      pay_minimum = excluded.pay_minimum,
      pay_maximum = excluded.pay_maximum,
      pay_currency = excluded.pay_currency,
      pay_period = excluded.pay_period,
      pay_annual = excluded.pay_annual,
      pay_evidence = excluded.pay_evidence,
      pay_gross = excluded.pay_gross,
      pay_months = excluded.pay_months,
      apply_url = excluded.apply_url,
      published_at = case when excluded.published_at = ${now} then stored.published_at else excluded.published_at end,
      deadline_at = excluded.deadline_at,
      status = excluded.status,
      closed_at = case when excluded.status = 'closed' then coalesce(stored.closed_at, excluded.closed_at) end,
      closed_reason = excluded.closed_reason,
      content_hash = excluded.content_hash,
      revised_at = excluded.revised_at,
      updated_at = excluded.updated_at,
      flags = excluded.flags,
      stale = null,
      review = case
        when stored.review = 'hidden' then 'hidden'
        when excluded.flags = '[]' then 'none'
        when stored.review = 'cleared' and stored.flags @> excluded.flags then 'cleared'
        else 'flagged'
      end
    where (stored.content_hash is distinct from excluded.content_hash 
        or stored.status <> excluded.status and not ${staysGone('stored', now)})
      and (stored.revised_at is null or excluded.revised_at is null or excluded.revised_at >= stored.revised_at)
    returning id, xmax = 0 as inserted, status, matched_at, review, hold, flags
  `.execute(tx);
  return result.rows;
}

/** So long a posting stays closed whose page is gone, though its feed goes on giving it. */
const goneForMs = 7 * 86_400_000;

function staysGone(row: string, now: Date) {
  const [reason, at] = [sql.ref(`${row}.closed_reason`), sql.ref(`${row}.closed_at`)];
  return sql`(${reason} = 'gone' and ${at} > ${new Date(now.getTime() - goneForMs)}) is true`;
}

/** Whether a posting says something else than before of what tells its vacancy. */
function wordsAreOther(before: string, after: string) {
  const [one, other] = [before, after].map((row) => {
    const columns = [
      'title',
      'company_name',
      'places',
      'apply_url',
      'pay_minimum',
      'pay_maximum',
      'description_text',
    ];
    return sql.join(columns.map((column) => sql.ref(`${row}.${column}`)));
  });
  return sql`(${one}) is distinct from (${other})`;
}

/** How many jobs of a source are open, and how many of them are not among these postings. */
export async function countVanished(
  tx: Tx,
  sourceId: string,
  present: readonly string[],
): Promise<{ open: number; vanished: number }> {
  const { rows } = await sql<{ open: number; vanished: number }>`
    select count(*) as open, count(*) filter (where present.external_id is null) as vanished
    from jobs
    left join unnest(${present}::text[]) as present (external_id) on present.external_id = jobs.external_id
    where jobs.source_id = ${sourceId} and jobs.status = 'open'
  `.execute(tx);
  return rows[0] ?? { open: 0, vanished: 0 };
}

/** Closes the open jobs of a source that are not among these postings; all of them, when none is present. Answers which. */
export async function closeJobsOfSource(
  tx: Tx,
  sourceId: string,
  present: readonly string[],
  reason: 'vanished' | 'source_removed',
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update jobs
    set status = 'closed', closed_at = ${now}, closed_reason = ${reason}, updated_at = ${now}
    where source_id = ${sourceId} and status = 'open'
      and not exists (
        select 1 from unnest(${present}::text[]) as present (external_id)
        where present.external_id = jobs.external_id
      )
    returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Merges what imports have added into the search indexes, so that no reader has to go through it. */
export async function mergeSearchIndexes(tx: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('jobs_search'), gin_clean_pending_list('jobs_headlines'),
    gin_clean_pending_list('jobs_places')`.execute(tx);
}
