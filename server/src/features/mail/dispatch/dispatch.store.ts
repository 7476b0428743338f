import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Takes up to `wanted` of the mails that a domain may send on a day, under the lock of that day. @returns how many */
export async function takeFromDay(
  tx: Tx,
  given: { readonly domain: string; readonly date: string; readonly limit: number; readonly wanted: number },
): Promise<number> {
  const { domain, date, limit, wanted } = given;
  await sql`
    insert into mail_warm_up_days (domain, date, taken) values (${domain}, ${date}, 0)
    on conflict (domain, date) do nothing`.execute(tx);
  const { rows } = await sql<{ taken: number }>`
    select taken from mail_warm_up_days where domain = ${domain} and date = ${date} for update`.execute(tx);
  const before = rows[0]?.taken ?? 0;
  const taken = Math.max(0, Math.min(wanted, limit - before));
  if (taken > 0) {
    await sql`
      update mail_warm_up_days set taken = ${before + taken}
      where domain = ${domain} and date = ${date}`.execute(tx);
  }
  return taken;
}

export async function takenOfDay(tx: Tx, domain: string, date: string): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select taken from mail_warm_up_days where domain = ${domain} and date = ${date}`.execute(tx);
  return rows[0]?.taken ?? 0;
}

/** The report of a process, as it is stored. */
export interface StoredReport {
  readonly process_id: string;
  readonly host: string;
  readonly reported_at: Date;
  readonly report: unknown;
}

/** Replaces the report of a process. */
export async function saveReport(
  tx: Tx,
  { processId, host, report }: { readonly processId: string; readonly host: string; readonly report: object },
  now: Date,
): Promise<void> {
  await sql`
    insert into mail_senders (process_id, host, reported_at, report)
    values (${processId}, ${host}, ${now}, ${JSON.stringify(report)}::jsonb)
    on conflict (process_id) do update
    set reported_at = excluded.reported_at, report = excluded.report`.execute(tx);
}

/** Deletes the report of a process that stops, and those that are too old. */
export async function deleteReports(tx: Tx, processId: string | null, olderThan: Date): Promise<void> {
  await sql`
    delete from mail_senders where process_id = ${processId} or reported_at < ${olderThan}`.execute(tx);
}

export async function findReports(tx: Tx, since: Date): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select process_id, host, reported_at, report from mail_senders
    where reported_at >= ${since} order by host, process_id limit 50`.execute(tx);
  return rows;
}

/** What the operator wants of a provider. */
export interface StoredControl {
  readonly provider: string;
  readonly is_paused: boolean;
  readonly close_requested_at: Date | null;
}

export async function findControls(tx: Tx): Promise<StoredControl[]> {
  const { rows } = await sql<StoredControl>`
    select provider, is_paused, close_requested_at from mail_provider_controls`.execute(tx);
  return rows;
}

export async function savePause(tx: Tx, provider: string, isPaused: boolean, now: Date): Promise<void> {
  await sql`
    insert into mail_provider_controls (provider, is_paused, changed_at) values (${provider}, ${isPaused}, ${now})
    on conflict (provider) do update
    set is_paused = excluded.is_paused, changed_at = excluded.changed_at`.execute(tx);
}

export async function saveCloseRequest(tx: Tx, provider: string, now: Date): Promise<void> {
  await sql`
    insert into mail_provider_controls (provider, close_requested_at, changed_at)
    values (${provider}, ${now}, ${now})
    on conflict (provider) do update
    set close_requested_at = excluded.close_requested_at, changed_at = excluded.changed_at`.execute(tx);
}

/** Stores which provider got an unconfirmed mail. */
export async function saveUnclear(tx: Tx, messageId: string, provider: string, now: Date): Promise<void> {
  await sql`
    insert into mail_unclear_sends (message_id, provider, at) values (${messageId}, ${provider}, ${now})
    on conflict (message_id) do update set provider = excluded.provider, at = excluded.at`.execute(tx);
}

/** The unconfirmed mails since a moment; those from before are deleted. */
export async function findUnclear(
  tx: Tx,
  since: Date,
  limit: number,
): Promise<{ readonly message_id: string; readonly provider: string }[]> {
  await sql`delete from mail_unclear_sends where at < ${since}`.execute(tx);
  const { rows } = await sql<{ message_id: string; provider: string }>`
    select message_id, provider from mail_unclear_sends order by at desc limit ${limit}`.execute(tx);
  return rows;
}
