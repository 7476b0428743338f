import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface MutedSubject {
  readonly user_id: string;
  readonly subject: string;
}

export interface MuteRow {
  readonly subject: string;
  readonly label: string;
  readonly until: Date | null;
  readonly created_at: Date;
}

/** Where a page of mutes goes on. */
export interface MutePosition {
  readonly createdAt: Date;
  readonly subject: string;
}

/** What these people have muted and what is still muted now. */
export async function findMuted(tx: Tx, userIds: readonly string[], now: Date): Promise<MutedSubject[]> {
  return tx
    .selectFrom('mutes')
    .select(['user_id', 'subject'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', now)]))
    .execute();
}

/** Those of one person that hold now, the newest first. There are so few of them that no index has their order. */
export async function findMutes(
  tx: Tx,
  userId: string,
  before: MutePosition | null,
  limit: number,
  now: Date,
): Promise<MuteRow[]> {
  return tx
    .selectFrom('mutes')
    .select(['subject', 'label', 'until', 'created_at'])
    .where('user_id', '=', userId)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', now)]))
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(created_at, subject) < (${before?.createdAt}::timestamptz, ${before?.subject}::text)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('subject', 'desc')
    .limit(limit)
    .execute();
}

/** Forgets what is over, and counts what the person has muted beside this subject. */
export async function countOtherMutes(tx: Tx, userId: string, subject: string, now: Date): Promise<number> {
  await tx.deleteFrom('mutes').where('user_id', '=', userId).where('until', '<=', now).execute();
  const { count } = await tx
    .selectFrom('mutes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('subject', '!=', subject)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function saveMute(
  tx: Tx,
  userId: string,
  mute: { readonly subject: string; readonly label: string; readonly until: Date | null },
  now: Date,
): Promise<MuteRow> {
  return tx
    .insertInto('mutes')
    .values({ user_id: userId, ...mute, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'subject']).doUpdateSet({ label: mute.label, until: mute.until }),
    )
    .returning(['subject', 'label', 'until', 'created_at'])
    .executeTakeFirstOrThrow();
}

export async function deleteMute(tx: Tx, userId: string, subject: string): Promise<void> {
  await tx.deleteFrom('mutes').where('user_id', '=', userId).where('subject', '=', subject).execute();
}
