import type { Role } from '@rolecall/contract';
import type { Insertable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export async function insertTicket(tx: Tx, ticket: Insertable<Schema['realtime_tickets']>): Promise<void> {
  await tx.insertInto('realtime_tickets').values(ticket).execute();
}

/** Deletes a ticket that is still good and tells whose it was, in one statement, so that it works only once. */
export async function takeTicket(
  tx: Tx,
  hash: Uint8Array,
  now: Date,
): Promise<
  { user_id: string; session_id: string | null; api_key_id: string | null; role: Role } | undefined
> {
  return tx
    .deleteFrom('realtime_tickets')
    .using('people')
    .whereRef('people.id', '=', 'realtime_tickets.user_id')
    .where('realtime_tickets.hash', '=', hash)
    .where('realtime_tickets.expires_at', '>', now)
    .returning([
      'realtime_tickets.user_id',
      'realtime_tickets.session_id',
      'realtime_tickets.api_key_id',
      'people.role',
    ])
    .executeTakeFirst();
}

export async function deleteExpiredTickets(tx: Tx, now: Date, limit: number): Promise<void> {
  await tx
    .deleteFrom('realtime_tickets')
    .where('hash', 'in', (query) =>
      query
        .selectFrom('realtime_tickets')
        .select('hash')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}
