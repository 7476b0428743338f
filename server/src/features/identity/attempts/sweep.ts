import type { Tx } from '../../../platform/db/index.ts';
import { deleteAttemptsBeyond, deleteExpiredAttempts } from './attempts.store.ts';

/** A transaction stays short; what is left goes with the next sweep. */
const batch = 50_000;
/** About 150 MB. An attack from very many networks at once costs the database no more. */
const maximumRows = 1_000_000;

/** Removes what says nothing any more, and what is over the limit. Gives how many rows went. */
export async function sweepAttempts(tx: Tx, now: Date, kept = maximumRows): Promise<number> {
  return (await deleteExpiredAttempts(tx, now, batch)) + (await deleteAttemptsBeyond(tx, kept, batch));
}
