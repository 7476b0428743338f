import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import { visitorNetwork } from '../../../platform/http/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import { type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import { createKeyedHash } from '../../../platform/tokens/index.ts';
import type { Device, Sessions } from '../sessions/index.ts';
import {
  forgetTries,
  giveBackToRate,
  type Rate,
  selectNextAt,
  takeBackTry,
  takeOfRate,
  takeTry,
} from './attempts.store.ts';
import { pauses } from './pauses.ts';

const hour = 3_600_000;
/** Wrong answers of an account are forgotten when there was none for so long, in milliseconds. */
const memory = 24 * hour;
/** Mails to strangers that one network may ask for in an hour, and that one address may get. */
const mailsPerNetwork = 20;
const mailsPerAddress = 5;
/** As long as any id; looking it up takes as long as for a person. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Somebody says something that only one person knows. */
export interface Guess {
  readonly device: Device;
  /** Undefined: it names nobody, as the token of a link, so that only its network counts. */
  readonly of?: {
    readonly secret: 'password' | 'totp' | 'recovery_code';
    /** Undefined: nobody has the address that was given. */
    readonly userId: string | undefined;
    /** What was given in place of an id. */
    readonly address?: string;
  };
}

/** A guess that is being looked at. It counts as wrong until one of these is called. */
export interface Try {
  /** It was right: what was wrong before is forgotten. */
  right(tx: Tx): Promise<void>;
  /** Nobody got to know whether it was right. */
  undone(tx: Tx): Promise<void>;
}

/** What one network may do so often in an hour. */
export type Quota = 'sign_up' | 'mail';

/**
 * Bounds guessing, across processes and restarts, in two ways. A **network** (an IPv4 address, or the first 64 bits of an IPv6
 * one) has so many wrong answers in an hour. An **account** has a pause after a few, which doubles: each device that its person
 * has signed in from counts for itself and all others together, so that whoever tries the account elsewhere does not keep its
 * person out. A browser among those is not held up by others of its network either. An address without an account is treated
 * the same.
 *
 * A guess is counted before it is looked at, so that many at once are no way around.
 */
export interface Attempts {
  /** @throws {ApplicationError} `too_many_attempts` */
  begin(tx: Tx, guess: Guess): Promise<Try>;

  /**
   * Does work that tells whether a guess was right: errors that say so count, others do not.
   * @throws {ApplicationError} `too_many_attempts`
   */
  guard<Result>(guess: Guess, work: () => Promise<Result>): Promise<Result>;

  /** Forgets wrong answers of this person that came from devices nobody knows. */
  forgive(tx: Tx, userId: string): Promise<void>;

  /**
   * Uses up one of what the network has in an hour and, for a mail, of what its address has.
   * @throws {ApplicationError} `too_many_attempts`
   */
  spend(tx: Tx, quota: Quota, device: Device, address?: string): Promise<void>;
}

export interface AttemptsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly config: {
    /** The secret of the instance. */
    readonly secret: InstanceSecret;
    readonly failuresPerHour: number;
    readonly signUpsPerHour: number;
  };
  readonly sessions: Pick<Sessions, 'devices'>;
}

export function createAttempts(dependencies: AttemptsDependencies): Attempts {
  const { database, clock, logger, metrics, config, sessions } = dependencies;
  const hash = createKeyedHash([keysFor(config.secret, 'attempts')[0]], 16);
  const failureRate = hourly(config.failuresPerHour);
  const quotaRates: Readonly<Record<Quota, Rate>> = {
    sign_up: hourly(config.signUpsPerHour),
    mail: hourly(mailsPerNetwork),
  };
  const addressRate = hourly(mailsPerAddress);

  const refusals = metrics.counter({
    name: 'rolecall_attempts_refused_total',
    help: 'Guesses, sign-ups and mails that were asked for too often, by what bounds them',
    labels: ['bound'],
  });

  /** Undefined: nobody has come by a network, as in a command. */
  const networkKey = (what: string, { address }: Device): Uint8Array | undefined =>
    address === '' ? undefined : hash.of(`${what} network ${visitorNetwork(address) ?? ''}`);

  /** What a guess counts against. A browser that its person has signed in with is bounded by its own count alone. */
  async function boundsOf(
    tx: Tx,
    { device, of }: Guess,
  ): Promise<{ network?: Uint8Array; account?: Uint8Array }> {
    const network = networkKey('failure', device);
    if (of === undefined) return { ...(network && { network }) };
    const { secret, userId, address } = of;
    const known = await sessions.devices.find(tx, userId ?? nobody, device);
    const place = known === undefined ? 'elsewhere' : `device ${Buffer.from(known).toString('base64url')}`;
    const account = hash.of(`${secret} ${userId ?? `address ${address}`} ${place}`);
    const isOwnBrowser = known !== undefined && device.token !== undefined;
    return { account, ...(network && !isOwnBrowser && { network }) };
  }

  async function refuse(tx: Tx, key: Uint8Array, bound: string, userId?: string): Promise<never> {
    const now = clock.now();
    const nextAt = (await selectNextAt(tx, key)) ?? now;
    refusals.inc({ bound });
    logger.warn({ event: 'too_many_attempts', bound, user_id: userId }, 'too many attempts');
    const retry_after = Math.max(1, Math.ceil((nextAt.getTime() - now.getTime()) / 1_000));
    throw new ApplicationError('too_many_attempts', { extensions: { retry_after } });
  }

  async function begin(tx: Tx, guess: Guess): Promise<Try> {
    const now = clock.now();
    const { network, account } = await boundsOf(tx, guess);
    if (network !== undefined && !(await takeOfRate(tx, network, failureRate, now))) {
      return refuse(tx, network, 'network');
    }
    const giveBack = async (within: Tx) => {
      if (network !== undefined) await giveBackToRate(within, network, failureRate);
    };
    if (account !== undefined) {
      const expiresAt = new Date(now.getTime() + memory);
      if (!(await takeTry(tx, account, pauses, now, expiresAt))) {
        await giveBack(tx);
        return refuse(tx, account, 'account', guess.of?.userId);
      }
    }
    return {
      async right(within) {
        await giveBack(within);
        if (account !== undefined) await forgetTries(within, [account]);
      },
      async undone(within) {
        await giveBack(within);
        if (account !== undefined) await takeBackTry(within, account, now);
      },
    };
  }

  return {
    begin,

    async guard(guess, work) {
      const started = await begin(database.query, guess);
      try {
        const result = await work();
        await started.right(database.query);
        return result;
      } catch (error) {
        if (isRight(error)) await started.right(database.query);
        else if (!isWrong(error)) await started.undone(database.query);
        throw error;
      }
    },

    async forgive(tx, userId) {
      const secrets = ['password', 'totp', 'recovery_code'] as const;
      await forgetTries(
        tx,
        secrets.map((secret) => hash.of(`${secret} ${userId} elsewhere`)),
      );
    },

    async spend(tx, quota, device, address) {
      const now = clock.now();
      const network = networkKey(quota, device);
      if (network !== undefined && !(await takeOfRate(tx, network, quotaRates[quota], now))) {
        await refuse(tx, network, quota);
      }
      if (address === undefined) return;
      const recipient = hash.of(`${quota} address ${address}`);
      if (!(await takeOfRate(tx, recipient, addressRate, now))) await refuse(tx, recipient, quota);
    },
  };
}

function hourly(count: number): Rate {
  const interval = hour / count;
  return { interval, slack: hour - interval };
}

/** The password was right, and something else is asked for. */
const isRight = (error: unknown) => isApplicationError(error, 'second_factor_required');

const isWrong = (error: unknown) =>
  isApplicationError(error, 'invalid_credentials') ||
  isApplicationError(error, 'token_invalid') ||
  isApplicationError(error, 'passkey_refused');
