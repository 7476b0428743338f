import type { Tx } from '../../../platform/db/index.ts';
import {
  type AnyNotification,
  findKnownKeys,
  type Notifications,
} from '../../messaging/notifications/index.ts';
import {
  claimDue,
  deleteReminders,
  postponeReminders,
  type ReminderRow,
  replaceReminders,
} from './reminders.store.ts';
import { type AnySource, idOf, type PlannedReminder, type ReminderKind, type Scope } from './source.ts';

/** Bounds the locks and the memory of a transaction. */
export const batchSize = 500;
/** A moment that passed longer ago than this was not lost but told, and perhaps deleted by its reader. */
const grace = 2 * 3_600_000;

/** Makes the rows of the work list agree with what a source plans. */
export async function updateWorkList(tx: Tx, source: AnySource, scope: Scope, now: Date): Promise<void> {
  if (scope.ids.length === 0) return;
  const { subjects, planned } = await source.plan(tx, scope, now);
  const open = planned.filter(({ until }) => until > now);
  const told = new Set(
    (await findKnownKeys(tx, open.map(toKey))).map(({ user_id, dedupe_key }) => `${user_id} ${dedupe_key}`),
  );
  const pending = open.filter(({ userId, notification }) => !told.has(`${userId} ${notification.dedupeKey}`));
  const isNew = ({ dueAt }: PlannedReminder) =>
    source.catchesUp === true || dueAt.getTime() > now.getTime() - grace;
  await replaceReminders(tx, {
    kind: source.kind,
    subjects,
    userIds: scope.userIds,
    kept: pending.map((one) => toRow(source.kind, one)),
    added: pending.filter(isNew).map((one) => toRow(source.kind, one)),
  });
}

/** What is to be told of claimed rows of one kind, and which of them have to wait. */
async function decide(tx: Tx, source: AnySource, rows: readonly ReminderRow[], now: Date) {
  const scope = {
    ids: rows.map(({ subject }) => idOf(subject)),
    userIds: rows.map(({ user_id }) => user_id),
  };
  const { planned } = await source.plan(tx, scope, now);
  const current = new Map(planned.map((one) => [keyOf(toRow(source.kind, one)), one]));
  const tell: AnyNotification[] = [];
  const postpone: ReminderRow[] = [];
  for (const row of rows) {
    const one = current.get(keyOf(row));
    if (one === undefined || one.until <= now) continue;
    if (one.dueAt > now) postpone.push({ ...row, due_at: one.dueAt });
    else tell.push(one.notification);
  }
  return { tell, postpone };
}

/** Claims what is due and tells what still is so; answers how many rows and people that were. */
export async function notifyBatch(
  tx: Tx,
  sources: readonly AnySource[],
  notifications: Pick<Notifications, 'notifyAll'>,
  now: Date,
): Promise<{ claimed: number; told: number }> {
  const rows = await claimDue(tx, now, batchSize);
  const tell: AnyNotification[] = [];
  const postpone: ReminderRow[] = [];
  for (const source of sources) {
    const own = rows.filter(({ kind }) => kind === source.kind);
    if (own.length === 0) continue;
    const decided = await decide(tx, source, own, now);
    tell.push(...decided.tell);
    postpone.push(...decided.postpone);
  }
  const waiting = new Set(postpone.map(keyOf));
  await postponeReminders(tx, postpone);
  await deleteReminders(
    tx,
    rows.filter((row) => !waiting.has(keyOf(row))),
  );
  const written = await notifications.notifyAll(tx, tell);
  return { claimed: rows.length, told: written.filter((id) => id !== null).length };
}

function toRow(kind: ReminderKind, { userId, subject, step, dueAt }: PlannedReminder): ReminderRow {
  return { user_id: userId, kind, subject, step, due_at: dueAt };
}

function toKey({ userId, notification }: PlannedReminder) {
  return { user_id: userId, dedupe_key: notification.dedupeKey };
}

function keyOf({ user_id, kind, subject, step }: ReminderRow): string {
  return `${user_id} ${kind} ${subject} ${step}`;
}
