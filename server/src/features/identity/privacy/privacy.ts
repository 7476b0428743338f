import type { Locale } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import {
  claimErasure,
  deleteErasure,
  deleteProfile,
  deleteUser,
  type Erasure,
  insertErasure,
  markErased,
  postpone,
  selectSubject,
} from './erasures.store.ts';
import { writeExport } from './export.ts';
import type { DataSubject, PersonalData } from './personal-data.ts';

/** The last mail to somebody whose account is gone. It needs nothing but this. */
export interface Farewell {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

/** `later`: the mail server could not take it now; `never`: it will not. */
export type FarewellSender = (farewell: Farewell) => Promise<'sent' | 'later' | 'never'>;

/** What others do, in the transaction that causes it. */
export interface PrivacyEvents {
  dataExported(tx: Tx, userId: string, client: string): Promise<void>;
  /** There is an account to delete. */
  erasureRequested(tx: Tx): Promise<void>;
  /** Drops what waits for background workers and names the person. */
  forgetTasks(tx: Tx, userId: string): Promise<void>;
}

/** Knows the password of an account, and can take every way in from it. */
export interface Closing {
  /**
   * Ends sessions, keys and links in one transaction with what follows.
   * @throws {ApplicationError} `invalid_credentials`
   */
  shutOut(userId: string, password: string, then: (tx: Tx) => Promise<void>): Promise<void>;
}

export interface PrivacyDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly accounts: Closing;
  /** In the order in which they are exported and erased. */
  readonly parts: readonly PersonalData[];
  readonly events: PrivacyEvents;
}

/**
 * What people can do with all that is kept of them.
 *
 * An erasure is a row that a worker finishes, however often it is interrupted: `erasures` → every way in is shut →
 * each part is erased a batch at a time, each batch in a transaction of its own → the account itself goes → the last
 * mail → the row goes. A worker that dies leaves the row, and another one begins again with what is left.
 */
export interface Privacy {
  /** All that the person has here, as JSON; it is recorded. @throws {ApplicationError} `not_found` */
  export(userId: string, client: string): Promise<AsyncIterable<string>>;
  /** @throws {ApplicationError} `invalid_credentials` */
  requestErasure(userId: string, password: string): Promise<void>;
  /** Finishes one erasure that is due; false: there is none. `farewell` null: there is no mail server. */
  eraseNext(farewell: FarewellSender | null): Promise<boolean>;
}

/** A worker that shows no sign of life for so long has died. */
const leaseMs = 10 * 60_000;
const mailPauseMs = 10 * 60_000;
const mailPatienceMs = 3 * 86_400_000;

export function createPrivacy(dependencies: PrivacyDependencies): Privacy {
  const { database, clock, logger, accounts, parts, events } = dependencies;
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms);

  async function eraseParts(subject: DataSubject): Promise<void> {
    for (const part of parts) {
      for (let more = true; more; ) {
        more = await database.transaction((tx) => part.eraseSome(tx, subject, clock.now()));
        await postpone(database.query, subject.userId, inMs(leaseMs));
      }
    }
  }

  async function erase({ user_id: userId, email }: Erasure): Promise<void> {
    const subject = { userId, email };
    await eraseParts(subject);
    await database.transaction(async (tx) => {
      await deleteUser(tx, userId);
      await events.forgetTasks(tx, userId);
      await markErased(tx, userId, clock.now());
    });
    // Parts that no foreign key ties to the account may have grown until it was gone.
    await eraseParts(subject);
    await database.transaction((tx) => events.forgetTasks(tx, userId));
    logger.info({ event: 'account_erased' }, 'an account and all that it had were deleted');
  }

  /** Whether there is no more mail to wait for. */
  async function sayFarewell(erasure: Erasure, sender: FarewellSender | null): Promise<boolean> {
    if (sender === null) return true;
    const { user_id: userId, email, name, locale, requested_at } = erasure;
    if ((await sender({ userId, email, name, locale })) !== 'later') return true;
    return clock.now().getTime() - requested_at.getTime() > mailPatienceMs;
  }

  return {
    async export(userId, client) {
      const subject = await selectSubject(database.query, userId);
      if (subject === undefined) throw new ApplicationError('not_found');
      await database.transaction((tx) => events.dataExported(tx, userId, client));
      return writeExport(database.query, subject, parts, clock.now());
    },

    requestErasure: (userId, password) =>
      accounts.shutOut(userId, password, async (tx) => {
        await insertErasure(tx, userId, clock.now());
        await deleteProfile(tx, userId);
        await events.erasureRequested(tx);
      }),

    async eraseNext(farewell) {
      const erasure = await claimErasure(database.query, clock.now(), inMs(leaseMs));
      if (erasure === undefined) return false;
      if (erasure.erased_at === null) await erase(erasure);
      if (await sayFarewell(erasure, farewell)) await deleteErasure(database.query, erasure.user_id);
      else await postpone(database.query, erasure.user_id, inMs(mailPauseMs));
      return true;
    },
  };
}
