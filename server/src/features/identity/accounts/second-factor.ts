import type { SecondFactorName } from '@rolecall/contract/second-factor';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Device } from '../sessions/index.ts';

/** What somebody has to show beside the right password, and the token by which they do so. */
export interface SecondFactorChallenge {
  /** Names the sign-in that waits; it is good for nothing else. */
  readonly token: string;
  readonly factors: readonly SecondFactorName[];
  readonly expiresAt: Date;
}

/** Knows who has a second factor. It starts the session itself when that was shown. */
export interface SecondFactors {
  /** Null: the password is enough for this person. */
  challengeFor(tx: Tx, userId: string, device: Device): Promise<SecondFactorChallenge | null>;

  /** All that a person has set up and can take the second step with, a passkey without an app too. */
  factorsOf(tx: Tx, userId: string): Promise<readonly SecondFactorName[]>;
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

  async factorsOf(tx: Tx, userId: string): Promise<readonly SecondFactorName[]> {
    return (await this.#guard?.factorsOf(tx, userId)) ?? [];
  }
}

export const secondFactorRequired = ({ token, factors, expiresAt }: SecondFactorChallenge) =>
  new ApplicationError('second_factor_required', {
    extensions: { challenge_token: token, factors, expires_at: expiresAt.toISOString() },
  });
