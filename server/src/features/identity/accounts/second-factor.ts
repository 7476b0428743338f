import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Device } from '../sessions/index.ts';

/** What somebody has to show beside the right password, and the token by which they do so. */
export interface SecondFactorChallenge {
  /** Names the sign-in that waits; it is good for nothing else. */
  readonly token: string;
  readonly factors: readonly ('totp' | 'recovery_code' | 'passkey')[];
  readonly expiresAt: Date;
}

/** Knows who has a second factor. It starts the session itself when that was shown. */
export interface SecondFactors {
  /** Null: the password is enough for this person. */
  challengeFor(tx: Tx, userId: string, device: Device): Promise<SecondFactorChallenge | null>;
}

/** The gate between a right password and the session. Until somebody guards it, a password is enough for everybody. */
export class SecondFactorGate {
  #guard: SecondFactors | undefined;

  /** @throws {Error} when somebody guards it already */
  guardBy(secondFactors: SecondFactors): void {
    if (this.#guard !== undefined) throw new Error('two features ask for a second factor');
    this.#guard = secondFactors;
  }

  async challengeFor(tx: Tx, userId: string, device: Device): Promise<SecondFactorChallenge | null> {
    return (await this.#guard?.challengeFor(tx, userId, device)) ?? null;
  }
}

export const secondFactorRequired = ({ token, factors, expiresAt }: SecondFactorChallenge) =>
  new ApplicationError('second_factor_required', {
    extensions: { challenge_token: token, factors, expires_at: expiresAt.toISOString() },
  });
