import type { SourceKind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';

export interface SourceSight {
  readonly id: string;
  readonly kind: SourceKind;
  /** When its last run began that has read all of it; null: none has. */
  readonly read_at: Date | null;
}

/** When sources were last read as a whole, without a warning that something of them was not taken for gone. */
export async function findSights(tx: Tx, sourceIds: readonly string[]): Promise<SourceSight[]> {
  if (sourceIds.length === 0) return [];
  const { rows } = await sql<SourceSight>`
    select sources.id, sources.kind, last.started_at as read_at
    from sources
    left join lateral (
      select started_at from source_runs
      where source_runs.source_id = sources.id and status = 'succeeded' and warning is null
      order by started_at desc, id desc limit 1
    ) as last on true
    where sources.id = any(${sourceIds}::uuid[])`.execute(tx);
  return rows;
}
