import type { InboxFilter, InboxState } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';

type Condition = RawBuilder<boolean>;

const isInInbox: Condition = sql`archived_at is null and snoozed_until is null`;

const inState: Readonly<Record<InboxState, Condition>> = {
  inbox: isInInbox,
  all: isInInbox,
  unread: sql`${isInInbox} and read_at is null`,
  read: sql`${isInInbox} and read_at is not null`,
  pinned: sql`${isInInbox} and pinned_at is not null`,
  archived: sql`archived_at is not null`,
  snoozed: sql`snoozed_until is not null`,
};

/** Names the inbox of a person: what has a place there and has not been deleted. */
export const ofInbox = (userId: string): Condition =>
  sql`user_id = ${userId} and seq is not null and deleted_at is null`;

/** What a filter lists of an inbox. */
export function matching({ state, category, kind, subject }: InboxFilter): Condition {
  const conditions = [inState[state]];
  if (category !== undefined) conditions.push(sql`category = ${category}`);
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (subject !== undefined) {
    const [about = '', id = ''] = subject.split(':');
    conditions.push(sql`payload ->> ${`${about}_id`}::text = ${id}`);
  }
  return sql.join(conditions, sql` and `);
}
