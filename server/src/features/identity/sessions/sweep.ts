import type { Tx } from '../../../platform/db/index.ts';
import { accessTokenSeconds } from './access-tokens.ts';
import { deleteRevocationsBefore } from './revocations.store.ts';
import { revocationsStayFor } from './revocations.ts';
import { deleteExpiredSessions } from './sessions.store.ts';
import { deleteSigningKeysRetiredBefore } from './signing-keys.store.ts';

/** How many rows of each kind went. */
export interface SweptSessions {
  readonly sessions: number;
  readonly revocations: number;
  readonly signingKeys: number;
}

const hour = 3_600_000;
/** A transaction stays short; what is left goes with the next sweep. */
const batch = 10_000;
/** A retired key has to verify its last tokens, also where the clocks of two machines differ a little. */
const signingKeysStayFor = accessTokenSeconds * 1000 + hour;

/** Removes sessions, revocations and signing keys that cannot be used any more. */
export async function sweepSessions(tx: Tx, now: Date): Promise<SweptSessions> {
  return {
    sessions: await deleteExpiredSessions(tx, now, batch),
    revocations: await deleteRevocationsBefore(tx, new Date(now.getTime() - revocationsStayFor), batch),
    signingKeys: await deleteSigningKeysRetiredBefore(tx, new Date(now.getTime() - signingKeysStayFor)),
  };
}
