import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type DerivedSecrets, randomToken } from '../sessions/index.ts';
import {
  countOneTimeTokens,
  deleteToken,
  deleteTokensOf,
  insertOneTimeToken,
  selectTokenOwner,
  type TokenPurpose,
} from './one-time-tokens.store.ts';

const hour = 3_600_000;
/** How long a link holds, in milliseconds. */
const lifetimes: Readonly<Record<TokenPurpose, number>> = {
  email_verification: 24 * hour,
  password_reset: hour,
};

/** Nobody can fill a stranger's mailbox: more links than this are not out at a time. */
const maximumOutstanding = 5;

/** Tokens of mailed links. Each works once and for a limited time. */
export interface OneTimeTokens {
  /** Undefined when so many links are out that another one would be a nuisance. */
  issue(
    tx: Tx,
    userId: string,
    purpose: TokenPurpose,
  ): Promise<{ token: string; expiresAt: Date } | undefined>;
  /** Whose token it is, without using it up. */
  ownerOf(tx: Tx, token: string, purpose: TokenPurpose): Promise<string | undefined>;
  /** Uses the token up; undefined when it is used, has run out or never was. */
  consume(tx: Tx, token: string, purpose: TokenPurpose): Promise<string | undefined>;
  withdraw(tx: Tx, userId: string, purposes: readonly TokenPurpose[]): Promise<void>;
}

interface Dependencies {
  readonly clock: Clock;
  readonly secrets: DerivedSecrets;
}

export function createOneTimeTokens({ clock, secrets }: Dependencies): OneTimeTokens {
  return {
    async issue(tx, userId, purpose) {
      const now = clock.now();
      if ((await countOneTimeTokens(tx, userId, purpose, now)) >= maximumOutstanding) return undefined;
      const token = randomToken();
      const expiresAt = new Date(now.getTime() + lifetimes[purpose]);
      await insertOneTimeToken(tx, {
        hash: secrets.hashToken(token),
        user_id: userId,
        purpose,
        created_at: now,
        expires_at: expiresAt,
      });
      return { token, expiresAt };
    },

    ownerOf: (tx, token, purpose) => selectTokenOwner(tx, secrets.hashToken(token), purpose, clock.now()),
    consume: (tx, token, purpose) => deleteToken(tx, secrets.hashToken(token), purpose, clock.now()),
    withdraw: deleteTokensOf,
  };
}
