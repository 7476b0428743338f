import type { SecondFactor, SecondFactorAnswer, SecondFactorName } from '@rolecall/contract/second-factor';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { SecondFactors as SignInGuard } from '../accounts/index.ts';
import type { Attempts, Guess } from '../attempts/index.ts';
import {
  type Device,
  describeClient,
  type OpenSession,
  type SessionStart,
  type Sessions,
} from '../sessions/index.ts';
import { type Challenges, challengeLifetime } from './challenges.ts';
import type { SecondFactors, Verdict } from './second-factor.ts';

/** A way to take the second step that another feature brings. */
export interface FurtherFactor {
  readonly factor: SecondFactorName;
  isOpenTo(tx: Tx, userId: string): Promise<boolean>;
}

/** The second step of signing in: asked of whoever has a second factor, whatever the first proof was. */
export interface SecondStep extends SignInGuard {
  alsoBy(further: FurtherFactor): void;

  /**
   * Starts the session of a sign-in that waited, when the check finds it right. What the check writes is kept in any
   * case, so that wrong answers count.
   *
   * @throws {ApplicationError} `second_factor_refused`, `second_factor_challenge_over`, `too_many_attempts`
   */
  take(
    challengeToken: string,
    start: SessionStart,
    check: (tx: Tx, userId: string) => Promise<Verdict>,
  ): Promise<OpenSession>;

  /** By a code. @throws {ApplicationError} as `take` does */
  answer(answer: SecondFactorAnswer, device: Device): Promise<OpenSession>;
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sessions: Pick<Sessions, 'start'>;
  readonly attempts: Pick<Attempts, 'begin'>;
  readonly challenges: Challenges;
  readonly factors: SecondFactors;
}

export function createSecondStep(dependencies: Dependencies): SecondStep {
  const { database, clock, logger, sessions, attempts, challenges, factors } = dependencies;
  const furtherFactors: FurtherFactor[] = [];

  async function factorsFor(
    tx: Tx,
    userId: string,
    { enabled, recovery_codes_left }: SecondFactor,
  ): Promise<SecondFactorName[]> {
    const further: SecondFactorName[] = [];
    for (const { factor, isOpenTo } of furtherFactors) {
      if (await isOpenTo(tx, userId)) further.push(factor);
    }
    return [
      ...(enabled ? (['totp'] as const) : []),
      ...further,
      ...(enabled && recovery_codes_left > 0 ? (['recovery_code'] as const) : []),
    ];
  }

  async function take(...[token, start, check]: Parameters<SecondStep['take']>): Promise<OpenSession> {
    const outcome = await database.transaction(async (tx) => {
      const pending = await challenges.find(tx, token);
      if (pending === undefined) return 'over';
      const { userId } = pending;
      const guess = await attempts.begin(tx, guessOf(start, userId));
      if ((await check(tx, userId)) === 'wrong') {
        await pending.failed();
        logger.info({ event: 'second_factor_refused', user_id: userId }, 'second factor refused');
        return 'wrong';
      }
      await guess.right(tx);
      await pending.done();
      return sessions.start(tx, { id: userId }, start);
    });
    if (outcome === 'over') throw new ApplicationError('second_factor_challenge_over');
    if (outcome === 'wrong') throw new ApplicationError('second_factor_refused');
    logger.info({ event: 'signed_in', user_id: outcome.userId, session_id: outcome.id }, 'signed in');
    return outcome;
  }

  return {
    alsoBy(further) {
      furtherFactors.push(further);
    },

    async challengeFor(tx, userId) {
      const factor = await factors.read(tx, userId);
      if (!factor.enabled) return null;
      return {
        token: await challenges.issue(tx, userId),
        factors: await factorsFor(tx, userId, factor),
        expiresAt: new Date(clock.now().getTime() + challengeLifetime),
      };
    },

    factorsOf: async (tx, userId) => factorsFor(tx, userId, await factors.read(tx, userId)),

    take,

    answer: ({ factor, challenge_token, code }, device) =>
      take(challenge_token, { method: factor, device }, (tx, userId) =>
        factor === 'totp'
          ? factors.checkTotp(tx, userId, code)
          : factors.checkRecoveryCode(tx, userId, code, describeClient(device.userAgent)),
      ),
  };
}

/** Codes of the app and recovery codes count each for themselves, so that who has lost the one is let in by the other. */
function guessOf({ method, device }: SessionStart, userId: string): Guess {
  if (method !== 'totp' && method !== 'recovery_code') return { device };
  return { device, of: { secret: method, userId } };
}
