import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ExceededRate, WindowCounts } from './rates.ts';

/** What a batch of events adds to a slot of a provider. */
export interface PulseIncrement {
  readonly slot: Date;
  readonly provider: string;
  readonly sent: number;
  readonly refused: number;
  readonly bounced: number;
  readonly complained: number;
}

/** Adds in the order of the keys, so that two transactions never deadlock. */
export async function addToPulse(tx: Tx, increments: readonly PulseIncrement[]): Promise<void> {
  if (increments.length === 0) return;
  await sql`
    insert into mail_pulse (slot, provider, sent, refused, bounced, complained)
    select slot, provider, sent, refused, bounced, complained
    from json_to_recordset(${JSON.stringify(increments)}::json) as added (
      slot timestamptz, provider text, sent integer, refused integer, bounced integer, complained integer
    )
    order by slot, provider
    on conflict (slot, provider) do update set sent = mail_pulse.sent + excluded.sent,
      refused = mail_pulse.refused + excluded.refused, bounced = mail_pulse.bounced + excluded.bounced,
      complained = mail_pulse.complained + excluded.complained`.execute(tx);
}

/** The counts of each of these windows up to now, by provider and of all together (`''`). */
export async function readPulse(
  tx: Tx,
  windowsMinutes: readonly number[],
  notBefore: Date | null,
  now: Date,
): Promise<WindowCounts[]> {
  const { rows } = await sql<Omit<WindowCounts, 'windowMinutes'> & { window_minutes: number }>`
    select coalesce(provider, '') as provider, window_minutes, sum(sent)::bigint as sent,
      sum(refused)::bigint as refused, sum(bounced)::bigint as bounced, sum(complained)::bigint as complained
    from unnest(${windowsMinutes}::integer[]) as listed (window_minutes)
    join mail_pulse on slot > ${now}::timestamptz - make_interval(mins => window_minutes)
    where ${notBefore === null ? sql`true` : sql`slot >= ${notBefore}`}
    group by grouping sets ((window_minutes, provider), (window_minutes))`.execute(tx);
  return rows.map(({ window_minutes: windowMinutes, ...row }) => ({ ...row, windowMinutes }));
}

export async function deletePulseBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('mail_pulse').where('slot', '<', before).execute();
}

/** Whether bulk mails are paused. */
export interface BulkState {
  readonly paused_at: Date | null;
  readonly judged_from: Date | null;
}

/** Locks the state until the transaction ends; undefined: another process has locked it. */
export async function lockBulkIfFree(tx: Tx): Promise<BulkState | undefined> {
  return tx
    .selectFrom('mail_bulk')
    .select(['paused_at', 'judged_from'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function lockBulk(tx: Tx): Promise<BulkState | undefined> {
  return tx.selectFrom('mail_bulk').select(['paused_at', 'judged_from']).forUpdate().executeTakeFirst();
}

/** Whether mails that can wait are held back. */
export async function isBulkPaused(tx: Tx): Promise<boolean> {
  return (await readPausedAt(tx)) !== null;
}

export async function readPausedAt(tx: Tx): Promise<Date | null> {
  const row = await tx.selectFrom('mail_bulk').select('paused_at').executeTakeFirst();
  return row?.paused_at ?? null;
}

export async function saveBulk(tx: Tx, change: Partial<BulkState>): Promise<void> {
  await tx.updateTable('mail_bulk').set(change).execute();
}

export async function findAlarms(tx: Tx) {
  return tx
    .selectFrom('mail_alarms')
    .select(['provider', 'measure', 'level', 'events', 'mails', 'window_minutes', 'since'])
    .orderBy('provider')
    .orderBy('measure')
    .execute();
}

/** Saves the rates above a limit. An alarm that stays at its level keeps the moment since when it holds. */
export async function replaceAlarms(tx: Tx, exceeded: readonly ExceededRate[], now: Date): Promise<void> {
  const rows = exceeded.map(({ windowMinutes, ...rate }) => ({
    ...rate,
    window_minutes: windowMinutes,
  }));
  await sql`
    with found as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as found (
        provider text, measure text, level text, events integer, mails integer, window_minutes integer
      )
    ), gone as (
      delete from mail_alarms where not exists (
        select from found where found.provider = mail_alarms.provider and found.measure = mail_alarms.measure
      )
    )
    insert into mail_alarms (provider, measure, level, events, mails, window_minutes, since)
    select provider, measure, level, events, mails, window_minutes, ${now} from found
    on conflict (provider, measure) do update set level = excluded.level, events = excluded.events,
      mails = excluded.mails, window_minutes = excluded.window_minutes,
      since = case when mail_alarms.level = excluded.level then mail_alarms.since else excluded.since end`.execute(
    tx,
  );
}
