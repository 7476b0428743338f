import type { ResumeRefusal } from '@rolecall/contract';
import { type Insertable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

/** A résumé without its content. */
export interface ResumeRow {
  readonly id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size: number;
  readonly created_at: Date;
  readonly is_default: boolean;
  readonly unread: ResumeRefusal | null;
}

const listed = ['id', 'file_name', 'media_type', 'size', 'created_at', 'is_default', 'unread'] as const;

/** Lets one upload of a person after the other count and insert. */
export async function lockResumesOf(tx: Tx, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`resumes ${userId}`}, 0))`.execute(tx);
}

export async function insertResume(tx: Tx, resume: Insertable<Schema['resumes']>): Promise<void> {
  await tx.insertInto('resumes').values(resume).execute();
}

/** The person's list, the newest first. */
export async function selectResumes(tx: Tx, userId: string, limit: number): Promise<ResumeRow[]> {
  return tx
    .selectFrom('resumes')
    .select(listed)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Whether this is in the person's list; it stays until the transaction ends. */
export async function holdResume(tx: Tx, id: string, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('resumes')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks a résumé of the person's list against everybody; false when there is none. */
export async function lockResume(tx: Tx, id: string, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('resumes')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function hideResume(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('resumes').set({ removed_at: now, is_default: false }).where('id', '=', id).execute();
}

export async function deleteResume(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('resumes').where('id', '=', id).execute();
}

/** What is stored of a résumé's file, and whose it is. */
export interface StoredResume {
  readonly user_id: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly is_sealed: boolean;
  readonly content: Uint8Array;
}

export async function selectResumeFile(tx: Tx, id: string): Promise<StoredResume | undefined> {
  return tx
    .selectFrom('resumes')
    .select(['user_id', 'file_name', 'media_type', 'content', 'is_sealed'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A résumé with what was read of it, without its file. */
export async function selectReading(
  tx: Tx,
  id: string,
): Promise<
  (ResumeRow & { user_id: string; removed_at: Date | null; reading: Uint8Array | null }) | undefined
> {
  return tx
    .selectFrom('resumes')
    .select([...listed, 'user_id', 'removed_at', 'reading'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Makes one of a person's list the default; whoever was it is it no more. */
export async function setDefault(tx: Tx, id: string, userId: string): Promise<void> {
  await tx
    .updateTable('resumes')
    .set({ is_default: false })
    .where('user_id', '=', userId)
    .where('is_default', '=', true)
    .where('id', '!=', id)
    .execute();
  await tx.updateTable('resumes').set({ is_default: true }).where('id', '=', id).execute();
}

/** Makes the newest of a person's list the default where there is none any more. */
export async function keepDefault(tx: Tx, userId: string): Promise<void> {
  await sql`
    update resumes set is_default = true where id = (
      select id from resumes where user_id = ${userId} and removed_at is null order by created_at desc, id desc limit 1
    ) and not exists (select from resumes where user_id = ${userId} and is_default)`.execute(tx);
}

/** What a row holds sealed. */
export interface SealedRow {
  readonly id: string;
  readonly content: Uint8Array;
  readonly reading: Uint8Array | null;
}

/** A page of the sealed rows in the order of their ids; each may be as large as an upload. */
export async function pageOfSealed(tx: Tx, after: string | null, limit: number): Promise<SealedRow[]> {
  return tx
    .selectFrom('resumes')
    .select(['id', 'content', 'reading'])
    .where('is_sealed', '=', true)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Rows that lie there from before files were sealed, held against another process that seals them. */
export async function pageOfUnsealed(tx: Tx, limit: number): Promise<SealedRow[]> {
  return tx
    .selectFrom('resumes')
    .select(['id', 'content', 'reading'])
    .where('is_sealed', '=', false)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function replaceSealed(tx: Tx, { id, content, reading }: SealedRow): Promise<void> {
  await tx.updateTable('resumes').set({ content, reading, is_sealed: true }).where('id', '=', id).execute();
}

/** These résumés, also those that are in their person's list no more. */
export async function selectResumesById(tx: Tx, ids: readonly string[]): Promise<ResumeRow[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom('resumes').select(listed).where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
}

/** Those of these people who have a résumé in their list. */
export async function findPeopleWithResumes(
  tx: Tx,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('resumes')
    .select('user_id')
    .distinct()
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where('removed_at', 'is', null)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}
