import type { KindPayload } from '@rolecall/contract';
import type { SecondFactor, TotpSetup } from '@rolecall/contract/second-factor';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { createSealing, type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import type { AccessEnd } from '../accounts/index.ts';
import type { Challenges } from './challenges.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import {
  countRecoveryCodes,
  deleteRecoveryCode,
  deleteSecondFactor,
  insertSetup,
  lockSecondFactor,
  markConfirmed,
  recordStep,
  replaceRecoveryCodes,
  type SecondFactorRow,
  selectSecondFactor,
} from './second-factor.store.ts';
import { newTotpSecret, stepOf, totpUri } from './totp.ts';

/** A setup that nobody has confirmed counts for nothing after so long, in milliseconds. */
const setupLifetime = 3_600_000;

/** What the owner of an account is told of its second factor. */
export interface FactorAlert {
  readonly kind: 'security_alert';
  readonly userId: string;
  readonly payload: KindPayload<'security_alert'>;
}

/** Tells people of their accounts; messaging provides it. */
export interface FactorNotifier {
  notify(tx: Tx, alert: FactorAlert): Promise<unknown>;
}

/** What came of looking at an answer. */
export type Verdict = 'right' | 'wrong';

/**
 * The second factor of people: an authenticator app (TOTP, RFC 6238), and recovery codes for whoever has lost it. It is
 * on from the moment at which a code of the app has confirmed it. Each code works once, across processes: whoever
 * looks at one locks the row of its person.
 */
export interface SecondFactors {
  read(tx: Tx, userId: string): Promise<SecondFactor>;

  /** @throws {ApplicationError} `second_factor_on` */
  startTotp(tx: Tx, person: { readonly id: string; readonly email: string }): Promise<TotpSetup>;

  /**
   * Turns it on, and gives the recovery codes.
   * @throws {ApplicationError} `second_factor_on`, `second_factor_off`, `second_factor_refused`
   */
  confirmTotp(tx: Tx, userId: string, code: string, client: string): Promise<string[]>;

  /** @throws {ApplicationError} `second_factor_off` */
  renewRecoveryCodes(tx: Tx, userId: string, client: string): Promise<string[]>;

  /** @throws {ApplicationError} `second_factor_off` */
  remove(tx: Tx, userId: string, client: string): Promise<void>;

  /**
   * No sign-in that waits goes on. Who has proven the address for the first time, who leaves, and whose factor an operator
   * removes, is rid of the factor too; whoever only sets a new password keeps it.
   */
  accessEnded(tx: Tx, end: AccessEnd): Promise<void>;

  /** Uses a code of the app up. */
  checkTotp(tx: Tx, userId: string, code: string): Promise<Verdict>;

  /** Uses a recovery code up. */
  checkRecoveryCode(tx: Tx, userId: string, code: string, client: string): Promise<Verdict>;
}

/**
 * After these, whoever set up an app may be somebody else than who comes now, or has lost it. A forgotten password is no such thing: a
 * mailbox alone must not get around a second factor.
 */
const endsSecondFactor: ReadonlySet<AccessEnd['because']> = new Set([
  'first_proof',
  'change_undone',
  'second_factor_removed',
  'closed',
]);

/** Of the keys that seal what authenticator apps share with us. */
export const totpPurpose = 'totp-secrets';

export interface SecondFactorsDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
  /** The secret of the instance. */
  readonly secret: InstanceSecret;
  /** What authenticator apps call this instance. */
  readonly issuer: string;
  readonly notifier: FactorNotifier;
  readonly challenges: Pick<Challenges, 'withdraw'>;
}

export function createSecondFactors(dependencies: SecondFactorsDependencies): SecondFactors {
  const { clock, logger, issuer, notifier, challenges } = dependencies;
  const sealing = createSealing(keysFor(dependencies.secret, totpPurpose));

  const alert = (tx: Tx, userId: string, event: FactorAlert['payload']['event'], client: string) =>
    notifier.notify(tx, {
      kind: 'security_alert',
      userId,
      payload: { event, at: clock.now().toISOString(), client },
    });

  async function lockConfirmed(tx: Tx, userId: string): Promise<SecondFactorRow> {
    const factor = await lockSecondFactor(tx, userId);
    if (factor === undefined || factor.confirmed_at === null) throw new ApplicationError('second_factor_off');
    return factor;
  }

  async function newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = makeRecoveryCodes();
    const hashes = codes.map((code) => hashRecoveryCode(userId, code));
    await replaceRecoveryCodes(tx, userId, hashes, clock.now());
    return codes;
  }

  /** Undefined when the code is wrong, or was used. */
  function stepFor(factor: SecondFactorRow, code: string): number | undefined {
    const secret = sealing.open(factor.totp_secret, factor.user_id);
    if (secret === undefined) {
      logger.warn({ user_id: factor.user_id }, 'the secret of an authenticator app cannot be opened');
      return undefined;
    }
    return stepOf({
      secret: Buffer.from(secret).toString(),
      code,
      now: clock.now(),
      lastStep: factor.last_step,
    });
  }

  return {
    async read(tx, userId) {
      const factor = await selectSecondFactor(tx, userId);
      const since = factor?.confirmed_at ?? null;
      if (since === null) return { enabled: false, since: null, recovery_codes_left: 0 };
      return {
        enabled: true,
        since: since.toISOString(),
        recovery_codes_left: await countRecoveryCodes(tx, userId),
      };
    },

    async startTotp(tx, { id, email }) {
      const secret = newTotpSecret();
      const now = clock.now();
      const totp_secret = sealing.seal(Buffer.from(secret), id);
      if (!(await insertSetup(tx, { user_id: id, totp_secret, created_at: now }))) {
        throw new ApplicationError('second_factor_on');
      }
      return {
        secret,
        uri: totpUri(secret, issuer, email),
        expires_at: new Date(now.getTime() + setupLifetime).toISOString(),
      };
    },

    async confirmTotp(tx, userId, code, client) {
      const setup = await lockSecondFactor(tx, userId);
      const now = clock.now();
      if (setup === undefined || now.getTime() - setup.created_at.getTime() > setupLifetime) {
        throw new ApplicationError(setup?.confirmed_at ? 'second_factor_on' : 'second_factor_off');
      }
      if (setup.confirmed_at !== null) throw new ApplicationError('second_factor_on');
      const step = stepFor(setup, code);
      if (step === undefined) throw new ApplicationError('second_factor_refused');
      await markConfirmed(tx, userId, step, now);
      const codes = await newRecoveryCodes(tx, userId);
      await alert(tx, userId, 'second_factor_added', client);
      logger.info({ event: 'second_factor_added', user_id: userId }, 'second factor turned on');
      return codes;
    },

    async renewRecoveryCodes(tx, userId, client) {
      await lockConfirmed(tx, userId);
      const codes = await newRecoveryCodes(tx, userId);
      await alert(tx, userId, 'recovery_codes_renewed', client);
      return codes;
    },

    async remove(tx, userId, client) {
      // First, as whoever answers one locks it first.
      await challenges.withdraw(tx, userId);
      await lockConfirmed(tx, userId);
      await deleteSecondFactor(tx, userId);
      await alert(tx, userId, 'second_factor_removed', client);
      logger.info({ event: 'second_factor_removed', user_id: userId }, 'second factor turned off');
    },

    async accessEnded(tx, { userId, because }) {
      await challenges.withdraw(tx, userId);
      if (endsSecondFactor.has(because)) await deleteSecondFactor(tx, userId);
    },

    async checkTotp(tx, userId, code) {
      const factor = await lockSecondFactor(tx, userId);
      if (factor === undefined || factor.confirmed_at === null) return 'wrong';
      const step = stepFor(factor, code);
      if (step === undefined) return 'wrong';
      await recordStep(tx, userId, step);
      return 'right';
    },

    async checkRecoveryCode(tx, userId, code, client) {
      const isRight = await deleteRecoveryCode(tx, userId, hashRecoveryCode(userId, code));
      if (!isRight) return 'wrong';
      await alert(tx, userId, 'recovery_code_used', client);
      logger.info({ event: 'recovery_code_used', user_id: userId }, 'recovery code used');
      return 'right';
    },
  };
}
