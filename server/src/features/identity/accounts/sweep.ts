import type { Tx } from '../../../platform/db/index.ts';
import { sweepApiKeys } from '../api-keys/index.ts';
import { sweepAttempts } from '../attempts/index.ts';
import { type SweptSessions, sweepSessions } from '../sessions/index.ts';
import { deleteChangesBefore } from './email-change.store.ts';
import { deleteExpiredTokens } from './one-time-tokens.store.ts';

/** How many rows of each kind went. */
export interface SweptRows extends SweptSessions {
  readonly oneTimeTokens: number;
  readonly emailChanges: number;
  readonly apiKeys: number;
  readonly attempts: number;
}

/** A transaction stays short; what is left goes with the next sweep. */
const batch = 10_000;

/** Removes sessions, revocations, mailed tokens, API keys, signing keys and counts of attempts that are over. */
export async function sweepExpired(tx: Tx, now: Date): Promise<SweptRows> {
  return {
    ...(await sweepSessions(tx, now)),
    oneTimeTokens: await deleteExpiredTokens(tx, now, batch),
    emailChanges: await deleteChangesBefore(tx, now, batch),
    apiKeys: await sweepApiKeys(tx, now),
    attempts: await sweepAttempts(tx, now),
  };
}
