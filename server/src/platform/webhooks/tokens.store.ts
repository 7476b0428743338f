import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** Rows that one call may delete. */
const fewEnough = 200;

/** Uses a token up; false: it has been used. Some of those that are older than `forgetBefore` are forgotten. */
export async function useToken(
  tx: Tx,
  provider: string,
  token: string,
  now: Date,
  forgetBefore: Date,
): Promise<boolean> {
  await sql`
    delete from webhook_tokens where (provider, token) in (
      select provider, token from webhook_tokens where seen_at < ${forgetBefore}
      limit ${fewEnough} for update skip locked
    )`.execute(tx);
  const { rows } = await sql`
    insert into webhook_tokens (provider, token, seen_at) values (${provider}, ${token}, ${now})
    on conflict (provider, token) do nothing returning token`.execute(tx);
  return rows.length > 0;
}
