import type { Tx } from '../../../platform/db/index.ts';
import { deleteApiKeysEndedBefore } from './api-keys.store.ts';

/** Ended keys stay for a while, in milliseconds, for whoever asks what happened. */
const staysFor = 30 * 86_400_000;
/** A transaction stays short; what is left goes with the next sweep. */
const batch = 10_000;

/** Removes keys that ended long ago; tells how many. */
export function sweepApiKeys(tx: Tx, now: Date): Promise<number> {
  return deleteApiKeysEndedBefore(tx, new Date(now.getTime() - staysFor), batch);
}
