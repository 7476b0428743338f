import type { VacancyReason } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { mostOfBlock, mostOfCluster } from './clustering.ts';
import type { PackedFacts, PackedFingerprint } from './packing.ts';

/** Lets one process at a time decide; the others wait until its transaction ends. */
export async function lockDeciding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('vacancies', 79))`.execute(tx);
}

/** A posting whose vacancy was decided. */
export interface KnownPosting extends PackedFingerprint {
  readonly job_id: string;
  readonly vacancy_id: string;
  readonly realm: string;
}

const knownColumns = ['job_id', 'vacancy_id', 'realm', 'facts', 'sentences'] as const;

/** The newest postings of each of these blocks, by their ids. */
export async function selectOfBlocks(tx: Tx, blocks: readonly number[]): Promise<string[]> {
  if (blocks.length === 0) return [];
  const { rows } = await sql<{ job_id: string }>`
    select distinct found.job_id
    from unnest(${blocks.map(toInteger)}::integer[]) as wanted (block)
    cross join lateral (
      select job_id from vacancy_blocks where vacancy_blocks.block = wanted.block order by job_id desc limit ${mostOfBlock}
    ) as found`.execute(tx);
  return rows.map(({ job_id }) => job_id);
}

/** The newest postings of each of these vacancies, by their ids. */
export async function selectOfVacancies(tx: Tx, vacancyIds: readonly string[]): Promise<string[]> {
  if (vacancyIds.length === 0) return [];
  const { rows } = await sql<{ job_id: string }>`
    select found.job_id
    from unnest(${vacancyIds}::uuid[]) as wanted (vacancy_id)
    cross join lateral (
      select job_id from vacancy_postings
      where vacancy_postings.vacancy_id = wanted.vacancy_id order by job_id desc limit ${mostOfCluster}
    ) as found`.execute(tx);
  return rows.map(({ job_id }) => job_id);
}

/** The vacancies of these postings; those that are not decided are left out. */
export async function selectVacancyIds(
  tx: Tx,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (jobIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('vacancy_postings')
    .select(['job_id', 'vacancy_id'])
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ job_id, vacancy_id }) => [job_id, vacancy_id]));
}

/** What is known of these postings, in the order of their ids. */
export async function selectKnown(tx: Tx, jobIds: readonly string[]): Promise<KnownPosting[]> {
  if (jobIds.length === 0) return [];
  return tx
    .selectFrom('vacancy_postings')
    .select(knownColumns)
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .orderBy('job_id')
    .execute();
}

/** Those of these ids by which a vacancy goes that has postings beside the given ones. */
export async function selectTaken(
  tx: Tx,
  vacancyIds: readonly string[],
  without: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ vacancy_id: string }>`
    select wanted.vacancy_id from unnest(${vacancyIds}::uuid[]) as wanted (vacancy_id)
    where exists (
      select from vacancy_postings
      where vacancy_postings.vacancy_id = wanted.vacancy_id and not (job_id = any(${without}::uuid[]))
    )`.execute(tx);
  return new Set(rows.map(({ vacancy_id }) => vacancy_id));
}

export interface CompanyText {
  readonly company_key: string;
  readonly facts: PackedFacts;
  readonly sentences: Uint8Array;
}

/** One posting for each title of an employer, from its newest postings. */
export async function selectTextsOf(
  tx: Tx,
  realm: string,
  companyKey: string,
  most: number,
): Promise<PackedFingerprint[]> {
  const { rows } = await sql<PackedFingerprint>`
    select distinct on (title_key) facts, sentences
    from (
      select title_key, facts, sentences, job_id from vacancy_postings
      where realm = ${realm} and company_key = ${companyKey}
      order by job_id desc limit ${most}
    ) as newest
    order by title_key, job_id desc`.execute(tx);
  return rows;
}

/** A posting with what was decided of it. */
export interface DecidedPosting extends KnownPosting {
  readonly company_key: string;
  readonly title_key: string;
  readonly joined_to: string | null;
  readonly reasons: readonly VacancyReason[];
  readonly blocks: readonly number[];
}

/**
 * Keeps what was decided of postings, instead of what was decided of them before.
 *
 * Only those that were have blocks to forget. Asked for all of a hundred new ones, the database reads the whole table of blocks as
 * long as it has no statistics of it, since it takes half of the rows to be theirs.
 *
 * @param decided of which of them something was decided before
 */
export async function writePostings(
  tx: Tx,
  postings: readonly DecidedPosting[],
  decided: (jobId: string) => boolean,
  now: Date,
): Promise<void> {
  if (postings.length === 0) return;
  const former = postings.map(({ job_id }) => job_id).filter(decided);
  await tx
    .insertInto('vacancy_postings')
    .values(
      postings.map(({ blocks: _, facts, reasons, sentences, ...row }) => ({
        ...row,
        facts: JSON.stringify(facts),
        sentences,
        reasons: [...reasons],
        decided_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('job_id').doUpdateSet((excluded) => ({
        vacancy_id: excluded.ref('excluded.vacancy_id'),
        realm: excluded.ref('excluded.realm'),
        company_key: excluded.ref('excluded.company_key'),
        title_key: excluded.ref('excluded.title_key'),
        facts: excluded.ref('excluded.facts'),
        sentences: excluded.ref('excluded.sentences'),
        joined_to: excluded.ref('excluded.joined_to'),
        reasons: excluded.ref('excluded.reasons'),
        decided_at: excluded.ref('excluded.decided_at'),
      })),
    )
    .execute();
  if (former.length > 0) {
    await sql`delete from vacancy_blocks where job_id = any(${former}::uuid[])`.execute(tx);
  }
  const blocks = postings.flatMap(({ job_id, blocks: own }) =>
    own.map((block) => ({ block: toInteger(block), job_id })),
  );
  await sql`
    insert into vacancy_blocks (block, job_id)
    select * from unnest(${blocks.map(({ block }) => block)}::integer[], ${blocks.map(({ job_id }) => job_id)}::uuid[])
    on conflict do nothing`.execute(tx);
}

/** Moves all postings of a vacancy to another, and says by which posting its first one has joined. Answers which. */
export async function moveAll(
  tx: Tx,
  from: string,
  to: string,
  link: { readonly joined_to: string; readonly reasons: readonly VacancyReason[] } | null,
): Promise<string[]> {
  if (link !== null) {
    await tx
      .updateTable('vacancy_postings')
      .set({ joined_to: link.joined_to, reasons: [...link.reasons] })
      .where('vacancy_id', '=', from)
      .where('joined_to', 'is', null)
      .execute();
  }
  const rows = await tx
    .updateTable('vacancy_postings')
    .set({ vacancy_id: to })
    .where('vacancy_id', '=', from)
    .returning('job_id')
    .execute();
  return rows.map(({ job_id }) => job_id);
}

/**
 * Moves some postings of a vacancy to another; those that are of a third by now stay there. Answers which were moved.
 *
 * @param reasons why they are there; null: what is known of that stays
 */
export async function movePostings(
  tx: Tx,
  jobIds: readonly string[],
  from: string,
  to: string,
  reasons: readonly VacancyReason[] | null,
): Promise<string[]> {
  const rows = await tx
    .updateTable('vacancy_postings')
    .set({ vacancy_id: to, ...(reasons === null ? {} : { joined_to: null, reasons: [...reasons] }) })
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .where('vacancy_id', '=', from)
    .returning('job_id')
    .execute();
  return rows.map(({ job_id }) => job_id);
}

/** Why a posting is of its vacancy. */
export interface ExplainedPosting {
  readonly job_id: string;
  readonly vacancy_id: string;
  readonly realm: string;
  readonly joined_to: string | null;
  readonly reasons: readonly VacancyReason[];
}

/** The newest postings of the vacancy of a job; none when it was not decided. */
export async function selectExplained(tx: Tx, jobId: string, limit: number): Promise<ExplainedPosting[]> {
  const { rows } = await sql<ExplainedPosting>`
    select posting.job_id, posting.vacancy_id, posting.realm, posting.joined_to, posting.reasons
    from vacancy_postings as own
    join vacancy_postings as posting on posting.vacancy_id = own.vacancy_id
    where own.job_id = ${jobId}
    order by posting.job_id <> ${jobId}, posting.job_id desc limit ${limit}`.execute(tx);
  return rows;
}

/** A block as the signed number that a column takes. */
const toInteger = (block: number): number => block | 0;
