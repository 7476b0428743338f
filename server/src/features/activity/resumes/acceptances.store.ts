import type { AcceptableField } from '@rolecall/contract';
import type { Insertable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export interface AcceptanceRow {
  readonly id: string;
  readonly field: AcceptableField;
  readonly accepted: unknown;
  readonly before: unknown;
  readonly after: unknown;
  readonly accepted_at: Date;
}

const columns = ['id', 'field', 'accepted', 'before', 'after', 'accepted_at'] as const;

export async function insertAcceptance(tx: Tx, row: Insertable<Schema['resume_acceptances']>): Promise<void> {
  await tx.insertInto('resume_acceptances').values(row).execute();
}

/** Those of a résumé, the latest first. */
export async function selectAcceptances(
  tx: Tx,
  { userId, resumeId, limit }: { readonly userId: string; readonly resumeId: string; readonly limit: number },
): Promise<AcceptanceRow[]> {
  return tx
    .selectFrom('resume_acceptances')
    .select(columns)
    .where('user_id', '=', userId)
    .where('resume_id', '=', resumeId)
    .orderBy('accepted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Takes an acceptance of a person away; undefined when there is none. */
export async function takeAcceptance(tx: Tx, id: string, userId: string): Promise<AcceptanceRow | undefined> {
  return tx
    .deleteFrom('resume_acceptances')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning(columns)
    .executeTakeFirst();
}
