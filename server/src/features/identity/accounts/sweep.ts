import type { Tx } from '../../../platform/db/index.ts';
import { accessTokenSeconds } from './access-tokens.ts';
import { deleteApiKeysEndedBefore } from './api-keys.store.ts';
import { deleteExpiredTokens } from './one-time-tokens.store.ts';
import { deleteExpiredSessions } from './sessions.store.ts';
import { deleteSigningKeysRetiredBefore } from './signing-keys.store.ts';

/** How many rows of each kind went. */
export interface SweptRows {
  readonly sessions: number;
  readonly oneTimeTokens: number;
  readonly apiKeys: number;
  readonly signingKeys: number;
}

const hour = 3_600_000;
/** A transaction stays short; what is left goes with the next sweep. */
const batch = 10_000;
/** Ended keys stay for a while, in milliseconds, for whoever asks what happened. */
const apiKeysStayFor = 30 * 24 * hour;
/** A retired key has to verify its last tokens, also where the clocks of two machines differ a little. */
const signingKeysStayFor = accessTokenSeconds * 1000 + hour;

/** Removes sessions, mailed tokens, API keys and signing keys that can not be used any more. */
export async function sweepExpired(tx: Tx, now: Date): Promise<SweptRows> {
  const before = (age: number) => new Date(now.getTime() - age);
  return {
    sessions: await deleteExpiredSessions(tx, now, batch),
    oneTimeTokens: await deleteExpiredTokens(tx, now, batch),
    apiKeys: await deleteApiKeysEndedBefore(tx, before(apiKeysStayFor), batch),
    signingKeys: await deleteSigningKeysRetiredBefore(tx, before(signingKeysStayFor)),
  };
}
