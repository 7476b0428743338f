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
