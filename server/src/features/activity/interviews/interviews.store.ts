import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type InterviewRow = Selectable<Schema['interviews']>;

export async function insertInterview(tx: Tx, interview: Insertable<Schema['interviews']>): Promise<void> {
  await tx.insertInto('interviews').values(interview).execute();
}

export async function updateInterview(
  tx: Tx,
  id: string,
  change: Updateable<Schema['interviews']>,
): Promise<void> {
  await tx.updateTable('interviews').set(change).where('id', '=', id).execute();
}

/** The interviews of an application in the order of their time. */
export async function selectInterviews(tx: Tx, applicationId: string): Promise<InterviewRow[]> {
  return tx
    .selectFrom('interviews')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

/** Cancels what lies ahead of an application that has ended. @returns the interviews as they are now */
export async function cancelInterviewsAhead(
  tx: Tx,
  applicationId: string,
  now: Date,
): Promise<InterviewRow[]> {
  return tx
    .updateTable('interviews')
    .set(({ eb }) => ({ status: 'cancelled', revision: eb('revision', '+', 1), updated_at: now }))
    .where('application_id', '=', applicationId)
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', now)
    .returningAll()
    .execute();
}

/** These interviews as they stand. */
export async function selectStandings(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<InterviewRow, 'id' | 'application_id' | 'starts_at' | 'place' | 'status'>[]> {
  return tx
    .selectFrom('interviews')
    .select(['id', 'application_id', 'starts_at', 'place', 'status'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** The interviews of these applications. */
export async function findInterviewsOf(tx: Tx, applicationIds: readonly string[]): Promise<InterviewRow[]> {
  if (applicationIds.length === 0) return [];
  return tx
    .selectFrom('interviews')
    .selectAll()
    .where(sql<boolean>`application_id = any(${applicationIds}::uuid[])`)
    .execute();
}

/** Applications with an interview in a span of time, in the order of their ids. */
export async function listApplicationsWithInterviews(
  tx: Tx,
  { from, until }: { readonly from: Date; readonly until: Date },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('interviews')
    .select('application_id')
    .distinct()
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', from)
    .where('starts_at', '<', until)
    .$if(after !== null, (query) => query.where('application_id', '>', after ?? ''))
    .orderBy('application_id')
    .limit(limit)
    .execute();
  return rows.map(({ application_id }) => application_id);
}
