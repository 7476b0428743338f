import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Ruling, Rulings } from './clustering.ts';

/** What operators have said of these postings and others. */
export async function findRulings(tx: Tx, jobIds: readonly string[]): Promise<Rulings<string>> {
  const found = new Map<string, Map<string, Ruling>>();
  if (jobIds.length === 0) return found;
  const { rows } = await sql<{ job_id: string; other_job_id: string; verdict: Ruling }>`
    select job_id, other_job_id, verdict from vacancy_pairs where job_id = any(${jobIds}::uuid[])
    union
    select job_id, other_job_id, verdict from vacancy_pairs where other_job_id = any(${jobIds}::uuid[])`.execute(
    tx,
  );
  for (const { job_id, other_job_id, verdict } of rows) {
    for (const [one, other] of [[job_id, other_job_id] as const, [other_job_id, job_id] as const]) {
      const own = found.get(one) ?? new Map<string, Ruling>();
      found.set(one, own.set(other, verdict));
    }
  }
  return found;
}

/** What an operator has decided. */
export interface RulingRow {
  readonly id: string;
  readonly kind: Ruling;
  readonly job_id: string;
  readonly other_job_id: string | null;
  readonly moved: readonly string[];
  readonly from_vacancy: string;
  readonly to_vacancy: string;
  readonly decided_at: Date;
  readonly undone_at: Date | null;
}

const columns = [
  ...(['id', 'kind', 'job_id', 'other_job_id', 'moved', 'from_vacancy', 'to_vacancy'] as const),
  ...(['decided_at', 'undone_at'] as const),
] as const;

export async function insertRuling(
  tx: Tx,
  { moved, ...ruling }: Omit<RulingRow, 'undone_at'> & { readonly decided_by: string },
): Promise<void> {
  await tx
    .insertInto('vacancy_rulings')
    .values({ ...ruling, moved: [...moved] })
    .execute();
}

/** Remembers of pairs of a posting and others what was decided, instead of what was decided of them before. */
export async function writePairs(
  tx: Tx,
  jobId: string,
  others: readonly string[],
  verdict: Ruling,
  rulingId: string,
): Promise<void> {
  await sql`
    insert into vacancy_pairs (job_id, other_job_id, verdict, ruling_id)
    select least(${jobId}::uuid, other), greatest(${jobId}::uuid, other), ${verdict}, ${rulingId}::uuid
    from unnest(${others}::uuid[]) as other
    on conflict (job_id, other_job_id) do update set verdict = excluded.verdict, ruling_id = excluded.ruling_id`.execute(
    tx,
  );
}

/** Forgets that postings of one list are apart from those of another. */
export async function forgetApart(tx: Tx, some: readonly string[], others: readonly string[]): Promise<void> {
  await sql`
    delete from vacancy_pairs
    where verdict = 'apart' and (
      (job_id = any(${some}::uuid[]) and other_job_id = any(${others}::uuid[]))
      or (job_id = any(${others}::uuid[]) and other_job_id = any(${some}::uuid[]))
    )`.execute(tx);
}

/** What was decided about these postings, the last first. */
export async function selectRulings(tx: Tx, jobIds: readonly string[], limit: number): Promise<RulingRow[]> {
  return tx
    .selectFrom('vacancy_rulings')
    .select(columns)
    .where((where) =>
      where.or([
        where('job_id', '=', sql<string>`any(${jobIds}::uuid[])`),
        where('other_job_id', '=', sql<string>`any(${jobIds}::uuid[])`),
      ]),
    )
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function lockRuling(tx: Tx, id: string): Promise<RulingRow | undefined> {
  return tx.selectFrom('vacancy_rulings').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Notes that a ruling was undone, and forgets what it has said of pairs. */
export async function undoRuling(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('vacancy_rulings').set({ undone_at: now }).where('id', '=', id).execute();
  await tx.deleteFrom('vacancy_pairs').where('ruling_id', '=', id).execute();
}
