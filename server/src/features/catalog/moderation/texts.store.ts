import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import type { JobWords } from '../jobs/index.ts';

export type CaseTextRow = Selectable<Schema['job_case_texts']>;

/** Texts that a case keeps: the first ones, and the newest in the last place, so that no number of edits wipes either. */
const mostTexts = 20;

/** Whether a job still says what was kept. */
export const isSame = (kept: CaseTextRow, words: JobWords) =>
  kept.title === words.title &&
  kept.details === words.details &&
  kept.description_html === words.description_html;

/** The texts that cases have kept, the first ones first. */
export async function selectTexts(tx: Tx, jobIds: readonly string[]): Promise<CaseTextRow[]> {
  return tx
    .selectFrom('job_case_texts')
    .selectAll()
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .orderBy('job_id')
    .orderBy('number')
    .execute();
}

/** Which of these jobs say what none of the texts says that their cases have kept. */
export async function findChanged(tx: Tx, jobs: readonly JobWords[]): Promise<string[]> {
  const kept = Map.groupBy(
    await selectTexts(
      tx,
      jobs.map(({ id }) => id),
    ),
    ({ job_id }) => job_id,
  );
  return jobs.flatMap((words) => (kept.get(words.id)?.some((row) => isSame(row, words)) ? [] : [words.id]));
}

/** Keeps what jobs say, of those whose cases do not have it yet. The cases are there, and locked. */
export async function keepTexts(tx: Tx, jobs: readonly JobWords[], now: Date): Promise<void> {
  const fresh = new Set(await findChanged(tx, jobs));
  const values = jobs
    .filter(({ id }) => fresh.has(id))
    .map(({ id, flags, ...words }) => ({
      ...{ job_id: id, kept_at: now, flags: JSON.stringify(flags) },
      ...words,
    }));
  if (values.length === 0) return;
  await tx.insertInto('job_case_texts').values(values).execute();
  await sql`
    delete from job_case_texts using (
      select number,
        row_number() over (partition by job_id order by number) as place,
        row_number() over (partition by job_id order by number desc) as place_from_end
      from job_case_texts where job_id = any(${[...fresh]}::uuid[])
    ) as ranked
    where ranked.number = job_case_texts.number
      and ranked.place >= ${mostTexts} and ranked.place_from_end > 1`.execute(tx);
}
