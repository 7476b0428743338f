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

/** Cancels what lies ahead of an application that has ended. */
export async function cancelInterviewsAhead(tx: Tx, applicationId: string, now: Date): Promise<void> {
  await tx
    .updateTable('interviews')
    .set(({ eb }) => ({ status: 'cancelled', revision: eb('revision', '+', 1), updated_at: now }))
    .where('application_id', '=', applicationId)
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', now)
    .execute();
}

/** Interviews as they stand, with the status of their application. */
export async function selectStandings(
  tx: Tx,
  ids: readonly string[],
): Promise<(Pick<InterviewRow, 'id' | 'starts_at' | 'place' | 'status'> & { application_status: string })[]> {
  return tx
    .selectFrom('interviews')
    .innerJoin('applications', 'applications.id', 'interviews.application_id')
    .select(['interviews.id', 'interviews.starts_at', 'interviews.place', 'interviews.status'])
    .select('applications.status as application_status')
    .where(sql<boolean>`interviews.id = any(${ids}::uuid[])`)
    .execute();
}
