import type { Tx } from '../../../platform/db/index.ts';

/** A company whose domain was proven by a record. */
export interface ProvenRecord {
  readonly id: string;
  readonly domain: string;
  readonly value: string;
}

/** Companies whose record was not looked for since then, the longest unseen first. */
export async function selectDueRecords(tx: Tx, since: Date, limit: number): Promise<ProvenRecord[]> {
  const rows = await tx
    .selectFrom('companies')
    .select(['id', 'verified_domain', 'record_value'])
    .where('record_value', 'is not', null)
    .where('record_checked_at', '<=', since)
    .orderBy('record_checked_at')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, verified_domain: domain, record_value: value }) =>
    domain === null || value === null ? [] : [{ id, domain, value }],
  );
}

export async function noteRecord(
  tx: Tx,
  id: string,
  checkedAt: Date,
  missingSince: Date | null,
): Promise<void> {
  await tx
    .updateTable('companies')
    .set({ record_checked_at: checkedAt, record_missing_since: missingSince })
    .where('id', '=', id)
    .execute();
}
