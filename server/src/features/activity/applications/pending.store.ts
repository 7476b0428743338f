import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

/** A rejection that its applicant is told later. */
export type PendingRejection = Selectable<Schema['pending_rejections']>;

export async function insertPending(tx: Tx, pending: PendingRejection): Promise<void> {
  await tx.insertInto('pending_rejections').values(pending).execute();
}

/** Takes it away from an application that is locked. @returns undefined: there is none */
export async function deletePending(tx: Tx, applicationId: string): Promise<PendingRejection | undefined> {
  return tx
    .deleteFrom('pending_rejections')
    .where('application_id', '=', applicationId)
    .returningAll()
    .executeTakeFirst();
}

/** Gives it another moment, for an applicant whose day has moved. */
export async function movePending(tx: Tx, applicationId: string, releaseAt: Date): Promise<void> {
  await tx
    .updateTable('pending_rejections')
    .set({ release_at: releaseAt })
    .where('application_id', '=', applicationId)
    .execute();
}

/** Those of these applications, by the ids of the applications. */
export async function findPending(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, PendingRejection>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('pending_rejections')
    .selectAll()
    .where(sql<boolean>`application_id = any(${applicationIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.application_id, row]));
}

/** Where a page of what is due ended. */
export type DuePosition = Pick<PendingRejection, 'application_id' | 'release_at'>;

/** What is due, the oldest first. */
export async function selectDue(
  tx: Tx,
  now: Date,
  after: DuePosition | null,
  limit: number,
): Promise<DuePosition[]> {
  return tx
    .selectFrom('pending_rejections')
    .select(['application_id', 'release_at'])
    .where('release_at', '<=', now)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(release_at, application_id) > (${after?.release_at}::timestamptz, ${after?.application_id}::uuid)`,
      ),
    )
    .orderBy('release_at')
    .orderBy('application_id')
    .limit(limit)
    .execute();
}
