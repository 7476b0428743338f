import type { ApplicationActor, ApplicationStatus } from '@rolecall/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type ApplicationRow = Selectable<Schema['applications']>;

/** False when the person has applied for this job already; an attempt that is still under way is waited for. */
export async function insertApplication(
  tx: Tx,
  application: Insertable<Schema['applications']>,
): Promise<boolean> {
  const result = await tx
    .insertInto('applications')
    .values(application)
    .onConflict((conflict) => conflict.constraint('applications_once').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertEvent(tx: Tx, event: Insertable<Schema['application_events']>): Promise<void> {
  await tx.insertInto('application_events').values(event).execute();
}

/** Locks an application. */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tx.selectFrom('applications').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateStatus(tx: Tx, id: string, status: ApplicationStatus, now: Date): Promise<void> {
  await tx.updateTable('applications').set({ status, updated_at: now }).where('id', '=', id).execute();
}

export async function selectApplication(tx: Tx, id: string): Promise<ApplicationRow | undefined> {
  return tx.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whose applications a list shows. */
export type ApplicationScope = { readonly userId: string } | { readonly jobId: string };

export interface ApplicationPage {
  readonly status: ApplicationStatus | undefined;
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Applications of a person or for a job, the newest first. */
export async function selectApplications(
  tx: Tx,
  scope: ApplicationScope,
  { status, after, limit }: ApplicationPage,
): Promise<ApplicationRow[]> {
  let query = tx
    .selectFrom('applications')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  query =
    'userId' in scope ? query.where('user_id', '=', scope.userId) : query.where('job_id', '=', scope.jobId);
  if (status !== undefined) {
    query =
      'jobId' in scope
        ? // As recruiters see it: what is pending is rejected.
          query.where(
            sql<boolean>`${status} = case when exists (
              select from pending_rejections where application_id = applications.id
            ) then 'rejected' else status end`,
          )
        : query.where('status', '=', status);
  }
  if (after !== null) {
    query = query.where(
      sql<boolean>`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

export interface EventRow {
  readonly from_status: ApplicationStatus | null;
  readonly to_status: ApplicationStatus;
  readonly actor: ApplicationActor;
  readonly note: string;
  readonly created_at: Date;
}

/** The history of an application, the oldest first. It has no more steps than there are statuses. */
export async function selectEvents(tx: Tx, applicationId: string): Promise<EventRow[]> {
  return tx
    .selectFrom('application_events')
    .select(['from_status', 'to_status', 'actor', 'note', 'created_at'])
    .where('application_id', '=', applicationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** A person's own application for a job; null when there is none. */
export async function applicationOf(tx: Tx, userId: string, jobId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('applications')
    .select('id')
    .where('user_id', '=', userId)
    .where('job_id', '=', jobId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether an application was sent with this résumé, to any company unless one is given. */
export async function wasResumeSent(tx: Tx, resumeId: string, companyId?: string): Promise<boolean> {
  const row = await tx
    .selectFrom('applications')
    .select('id')
    .where('resume_id', '=', resumeId)
    .$if(companyId !== undefined, (query) => query.where('company_id', '=', companyId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
