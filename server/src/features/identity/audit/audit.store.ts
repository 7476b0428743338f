import type { AuditSubject } from '@rolecall/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type AuditRow = Selectable<Schema['audit_log']>;

export interface AuditFilter {
  readonly actorId: string | undefined;
  readonly subjectType: AuditSubject | undefined;
  readonly subjectId: string | undefined;
  readonly action: string | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/** A place in the log, which is read from its newest end. */
export interface AuditPosition {
  readonly at: Date;
  readonly id: string;
}

export async function insertEntry(tx: Tx, entry: Insertable<Schema['audit_log']>): Promise<void> {
  await tx.insertInto('audit_log').values(entry).execute();
}

export async function selectEntries(
  tx: Tx,
  filter: AuditFilter,
  after: AuditPosition | null,
  limit: number,
): Promise<AuditRow[]> {
  const { actorId, subjectType, subjectId, action, from, to } = filter;
  const conditions = [
    actorId !== undefined && sql<boolean>`actor_id = ${actorId}`,
    subjectType !== undefined && sql<boolean>`subject_type = ${subjectType}`,
    subjectId !== undefined && sql<boolean>`subject_id = ${subjectId}`,
    action !== undefined && sql<boolean>`action = ${action}`,
    from !== undefined && sql<boolean>`at >= ${from}`,
    to !== undefined && sql<boolean>`at < ${to}`,
    after !== null && sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`,
  ].filter((condition) => condition !== false);
  return tx
    .selectFrom('audit_log')
    .selectAll()
    .where(({ and }) => and(conditions))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Entries that a person made, or that are about the person; page by page, the newest first. */
export async function selectEntriesOf(
  tx: Tx,
  userId: string,
  after: AuditPosition | null,
  limit: number,
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select * from audit_log
    where (actor_id = ${userId} or (subject_type = 'person' and subject_id = ${userId}::text))
      and ${after === null ? sql`true` : sql`(at, id) < (${after.at}, ${after.id}::uuid)`}
    order by at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

/**
 * Puts a pseudonym in the place of a person, in some entries: what was done stays, and that one person did it. The
 * network goes, and reasons of entries about the person do, since they are free text. It needs a transaction of its own.
 *
 * @returns whether there may be more
 */
export async function replacePerson(
  tx: Tx,
  userId: string,
  pseudonym: string,
  limit: number,
): Promise<boolean> {
  await sql`select set_config('rolecall.erases_from_audit_log', 'yes', true)`.execute(tx);
  const { rows } = await sql`
    update audit_log set
      actor_id = case when actor_id = ${userId}::uuid then ${pseudonym}::uuid else actor_id end,
      actor_network = case when actor_id = ${userId}::uuid then null else actor_network end,
      subject_id = case when subject_id = ${userId}::text then ${pseudonym}::text else subject_id end,
      reason = case when subject_id = ${userId}::text then null else reason end
    where id in (
      select id from audit_log
      where actor_id = ${userId}::uuid or subject_id = ${userId}::text
      order by id limit ${limit}
      for update
    )
    returning id`.execute(tx);
  await sql`select set_config('rolecall.erases_from_audit_log', '', true)`.execute(tx);
  return rows.length === limit;
}
