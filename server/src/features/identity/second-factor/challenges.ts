import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  countFailure,
  deleteChallenge,
  deleteChallengesBeyond,
  deleteChallengesOf,
  deleteExpiredChallenges,
  insertChallenge,
  lockChallenge,
} from './challenges.store.ts';

/** How long the second step may take, in milliseconds. */
export const challengeLifetime = 10 * 60_000;
/** With so many wrong answers a challenge is over. */
const maximumFailures = 5;
/** Sign-ins of one person that may wait for their second step at the same time. */
const maximumOutstanding = 10;
/** Challenges that nobody has answered and that one call clears away. */
const clearedAtOnce = 100;

/** Who has taken the first step. */
export interface PendingSignIn {
  readonly userId: string;
  /** The second step is taken: the challenge is over. */
  done(): Promise<void>;
  /** The answer was wrong. */
  failed(): Promise<void>;
}

/**
 * What stands between the first and the second step of a sign-in: a token that works once, for a short time and for one
 * person. It is no session and opens nothing.
 */
export interface Challenges {
  /** The token is shown this one time; only its hash is kept. */
  issue(tx: Tx, userId: string): Promise<string>;
  /** Locks the challenge until the transaction ends; undefined when it is over. */
  find(tx: Tx, token: string): Promise<PendingSignIn | undefined>;
  withdraw(tx: Tx, userId: string): Promise<void>;
}

export function createChallenges({ clock }: { readonly clock: Clock }): Challenges {
  return {
    async issue(tx, userId) {
      const now = clock.now();
      const token = randomBytes(32).toString('base64url');
      await deleteExpiredChallenges(tx, now, clearedAtOnce);
      await insertChallenge(tx, {
        hash: hashChallenge(token),
        user_id: userId,
        created_at: now,
        expires_at: new Date(now.getTime() + challengeLifetime),
        failures: 0,
      });
      await deleteChallengesBeyond(tx, userId, maximumOutstanding);
      return token;
    },

    async find(tx, token) {
      const challenge = await lockChallenge(tx, hashChallenge(token), clock.now());
      if (challenge === undefined) return undefined;
      const { hash, user_id: userId, failures } = challenge;
      return {
        userId,
        done: () => deleteChallenge(tx, hash),
        failed: () => (failures + 1 < maximumFailures ? countFailure(tx, hash) : deleteChallenge(tx, hash)),
      };
    },

    withdraw: deleteChallengesOf,
  };
}

/** A token is random and lives for minutes, so a plain hash hides it well enough. */
function hashChallenge(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
