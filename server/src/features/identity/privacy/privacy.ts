import type { KindPayload, Locale } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Accounts, Administration } from '../accounts/index.ts';
import { findPeople, findRecipients } from '../people/index.ts';
import type { DataSubject, PersonalData } from '../personal-data/index.ts';
import type { Profiles } from '../profiles/index.ts';
import type { Sessions } from '../sessions/index.ts';
import {
  claimErasure,
  deleteErasure,
  type Erasure,
  insertErasure,
  markErased,
  postpone,
} from './erasures.store.ts';
import { writeExport } from './export.ts';

/** The last mail to somebody whose account is gone. It needs nothing but this. */
export interface Farewell {
  readonly userId: string;
  readonly email: string;
  /** Empty where nobody had confirmed the address: it need not be the person's. */
  readonly name: string;
  readonly locale: Locale;
}

/** `later`: the mail server could not take it now; `never`: it will not. */
export type FarewellSender = (farewell: Farewell) => Promise<'sent' | 'later' | 'never'>;

/** What a person is told of an export. */
export interface DataExport {
  readonly kind: 'security_alert';
  readonly userId: string;
  readonly payload: KindPayload<'security_alert'>;
}

/** Tells a person of an export of the own data; messaging provides it. */
export interface PrivacyNotifier {
  notify(tx: Tx, notification: DataExport): Promise<unknown>;
}

/** The background work of erasures, in the transaction that causes it. */
export interface ErasureTasks {
  /** There is an account to delete. */
  request(tx: Tx): Promise<unknown>;
  /** Drops what waits for background workers and names the person, by id or address. */
  forget(tx: Tx, name: string): Promise<unknown>;
}

export interface PrivacyDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly accounts: Pick<Accounts, 'remove'> & { readonly administration: Pick<Administration, 'shutOut'> };
  readonly sessions: Pick<Sessions, 'requireFresh'>;
  readonly profiles: Pick<Profiles, 'remove'>;
  /** In the order in which they are exported. They are erased in the opposite one: what was built on others goes first. */
  readonly parts: readonly PersonalData[];
  readonly notifier: PrivacyNotifier;
  readonly tasks: ErasureTasks;
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
  /** @throws {ApplicationError} `reauthentication_required` when the last proof of who it is is older than ten minutes, `last_operator` */
  requestErasure(viewer: Viewer): Promise<void>;
  /** Finishes one erasure that is due; false: there is none. `farewell` null: there is no mail server. */
  eraseNext(farewell: FarewellSender | null): Promise<boolean>;
}

/** A worker that shows no sign of life for so long has died. */
const leaseMs = 10 * 60_000;
const mailPauseMs = 10 * 60_000;
const mailPatienceMs = 3 * 86_400_000;

export function createPrivacy(dependencies: PrivacyDependencies): Privacy {
  const { database, clock, logger, accounts, sessions, profiles, parts, notifier, tasks } = dependencies;
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms);

  async function recordErasure(tx: Tx, userId: string): Promise<void> {
    const person = (await findPeople(tx, [userId])).get(userId);
    if (person === undefined) return;
    const [recipient] = await findRecipients(tx, [userId]);
    await insertErasure(tx, {
      user_id: userId,
      email: person.email,
      name: person.email_verified ? person.name : '',
      locale: recipient?.locale ?? 'en',
      requested_at: clock.now(),
    });
  }

  async function eraseParts(subject: DataSubject): Promise<void> {
    for (const part of parts.toReversed()) {
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
      await accounts.remove(tx, userId);
      await tasks.forget(tx, userId);
      await markErased(tx, userId, clock.now());
    });
    // Parts that no foreign key ties to the account may have grown until it was gone.
    await eraseParts(subject);
    await database.transaction(async (tx) => {
      for (const name of [userId, email]) await tasks.forget(tx, name);
    });
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
      const person = (await findPeople(database.query, [userId])).get(userId);
      if (person === undefined) throw new ApplicationError('not_found');
      const subject = { userId, email: person.email };
      const payload = { event: 'data_exported', at: clock.now().toISOString(), client } as const;
      await database.transaction((tx) => notifier.notify(tx, { kind: 'security_alert', userId, payload }));
      return writeExport(database.query, subject, parts, clock.now());
    },

    requestErasure: (viewer) =>
      database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        const { userId } = viewer;
        // First, since it locks the operators before anything of an account.
        await accounts.administration.shutOut(tx, userId);
        await recordErasure(tx, userId);
        await profiles.remove(tx, userId);
        await tasks.request(tx);
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
