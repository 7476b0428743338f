import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** So many at once, and one more each time an interval is over. In milliseconds. */
export interface Rate {
  readonly interval: number;
  /** The interval times one less than how many may come at once. */
  readonly slack: number;
}

/** Uses one of a rate up (as the generic cell rate algorithm does); false when there is none. */
export async function takeOfRate(tx: Tx, key: Uint8Array, rate: Rate, now: Date): Promise<boolean> {
  const { interval, slack } = rate;
  const after = (ms: number) => new Date(now.getTime() + ms);
  const { rows } = await sql`
    insert into attempts (key, failures, next_at, expires_at)
    values (${key}, 0, ${after(interval - slack)}, ${after(interval)})
    on conflict (key) do update set
      next_at = greatest(attempts.next_at, ${after(-slack)}::timestamptz) + ${seconds(interval)},
      expires_at = greatest(attempts.next_at, ${after(-slack)}::timestamptz) + ${seconds(interval + slack)}
    where attempts.next_at <= ${now}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Gives one back that was used up. */
export async function giveBackToRate(tx: Tx, key: Uint8Array, { interval }: Rate): Promise<void> {
  await sql`
    update attempts set next_at = next_at - ${seconds(interval)}, expires_at = expires_at - ${seconds(interval)}
    where key = ${key}`.execute(tx);
}

/** Counts one more failure, unless the pause after the last one is not over; then it gives false. */
export async function takeTry(
  tx: Tx,
  key: Uint8Array,
  pauses: readonly number[],
  now: Date,
  expiresAt: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into attempts (key, failures, next_at, expires_at) values (${key}, 1, ${now}, ${expiresAt})
    on conflict (key) do update set
      failures = attempts.failures + 1,
      next_at = ${now}::timestamptz + make_interval(secs =>
        (${sql.val(`{${pauses.join(',')}}`)}::integer[])[least(attempts.failures + 1, ${sql.lit(pauses.length)})]),
      expires_at = excluded.expires_at
    where attempts.next_at <= ${now}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Takes a failure back that turned out to be none. */
export async function takeBackTry(tx: Tx, key: Uint8Array, now: Date): Promise<void> {
  await sql`
    update attempts set failures = greatest(failures - 1, 0), next_at = ${now} where key = ${key}`.execute(
    tx,
  );
}

export async function forgetTries(tx: Tx, keys: readonly Uint8Array[]): Promise<void> {
  await tx
    .deleteFrom('attempts')
    .where('key', 'in', [...keys])
    .execute();
}

export async function selectNextAt(tx: Tx, key: Uint8Array): Promise<Date | undefined> {
  const row = await tx.selectFrom('attempts').select('next_at').where('key', '=', key).executeTakeFirst();
  return row?.next_at;
}

export async function deleteExpiredAttempts(tx: Tx, now: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('attempts')
    .where('key', 'in', (query) =>
      query
        .selectFrom('attempts')
        .select('key')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Leaves so many, those that hold longest. */
export async function deleteAttemptsBeyond(tx: Tx, kept: number, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('attempts')
    .where('key', 'in', (query) =>
      query.selectFrom('attempts').select('key').orderBy('expires_at', 'desc').offset(kept).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

const seconds = (ms: number) => sql`make_interval(secs => ${sql.lit(ms / 1_000)})`;
