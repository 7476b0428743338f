import type { Fixed } from '../../../platform/db/index.ts';

interface SecondFactorTable {
  user_id: Fixed<string>;
  /** Secret of the authenticator app, sealed with a key of the instance. */
  totp_secret: Uint8Array;
  created_at: Date;
  /** Null: a code of the app has still to confirm it, and it counts for nothing. */
  confirmed_at: Date | null;
  /** The time step (RFC 6238) of the code that was used last. None up to it counts again. */
  last_step: number | null;
}

/** Using a code deletes its row. */
interface RecoveryCodeTable {
  user_id: Fixed<string>;
  /** SHA-256 of the code and its person. */
  hash: Fixed<Uint8Array>;
  created_at: Fixed<Date>;
}

/** A sign-in whose first proof was right. */
interface SecondFactorChallengeTable {
  /** SHA-256 of the token that its browser has. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  created_at: Fixed<Date>;
  expires_at: Fixed<Date>;
  /** Answers that were wrong. */
  failures: number;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    second_factors: SecondFactorTable;
    recovery_codes: RecoveryCodeTable;
    second_factor_challenges: SecondFactorChallengeTable;
  }
}
