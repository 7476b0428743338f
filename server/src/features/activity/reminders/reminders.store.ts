import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReminderKind, Scope } from './source.ts';

/** A row of the work list. */
export interface ReminderRow {
  readonly user_id: string;
  readonly kind: ReminderKind;
  readonly subject: string;
  readonly step: number;
  readonly due_at: Date;
}

/** Rows are always locked in this order, so that two transactions do not wait for each other. */
const order = sql`user_id, kind, subject, step`;

/** What the work list is to say about some subjects. */
export interface Replacement {
  readonly kind: ReminderKind;
  readonly subjects: readonly string[];
  /** For the subject at the same place only the rows of this person. */
  readonly userIds: Scope['userIds'];
  /** Rows that stay where they are there. */
  readonly kept: readonly ReminderRow[];
  /** Those of them that are added where they are not. */
  readonly added: readonly ReminderRow[];
}

/** Takes away what is not kept and adds what is missing. */
export async function replaceReminders(
  tx: Tx,
  { kind, subjects, userIds, kept, added }: Replacement,
): Promise<void> {
  const within =
    userIds === undefined
      ? sql`subject = any(${subjects}::text[])`
      : sql`(subject, user_id) in (select * from unnest(${subjects}::text[], ${userIds}::uuid[]))`;
  const given = (rows: readonly ReminderRow[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given (user_id uuid, kind text, subject text, step integer, due_at timestamptz)`;
  await sql`
    with gone as materialized (
      select user_id, kind, subject, step from reminders
      where kind = ${kind} and ${within}
        and not exists (
          select from ${given(kept)}
          where given.user_id = reminders.user_id and given.subject = reminders.subject
            and given.step = reminders.step
        )
      order by ${order}
      for update
    )
    delete from reminders using gone
    where reminders.user_id = gone.user_id and reminders.kind = gone.kind
      and reminders.subject = gone.subject and reminders.step = gone.step`.execute(tx);
  if (added.length === 0) return;
  await sql`
    insert into reminders (user_id, kind, subject, step, due_at)
    select user_id, kind, subject, step, due_at from ${given(added)}
    order by ${order}
    on conflict (user_id, kind, subject, step) do update set due_at = excluded.due_at
      where reminders.due_at <> excluded.due_at`.execute(tx);
}

/** Takes what is due, the oldest first; what another node has is left to it. */
export async function claimDue(tx: Tx, now: Date, limit: number): Promise<ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    select user_id, kind, subject, step, due_at from reminders
    where due_at <= ${now}
    order by due_at, ${order}
    limit ${limit}
    for update skip locked`.execute(tx);
  return rows;
}

export async function deleteReminders(tx: Tx, rows: readonly ReminderRow[]): Promise<void> {
  await sql`
    delete from reminders using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (user_id uuid, kind text, subject text, step integer)
    where reminders.user_id = given.user_id and reminders.kind = given.kind
      and reminders.subject = given.subject and reminders.step = given.step`.execute(tx);
}

/** Gives claimed rows another moment. */
export async function postponeReminders(tx: Tx, rows: readonly ReminderRow[]): Promise<void> {
  await sql`
    update reminders set due_at = given.due_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (user_id uuid, kind text, subject text, step integer, due_at timestamptz)
    where reminders.user_id = given.user_id and reminders.kind = given.kind
      and reminders.subject = given.subject and reminders.step = given.step`.execute(tx);
}
