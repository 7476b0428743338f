import type { Locale, Role, SignUp } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { insertCredential, insertUser } from './accounts.store.ts';
import type { AccountsDependencies } from './dependencies.ts';
import type { Passwords } from './passwords.ts';
import type { Recovery } from './recovery.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** A person as the command line or the demo makes one; whoever calls has validated it. */
export interface NewUser {
  /** In lower case. */
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
  readonly companyName?: string | undefined;
  /** True: nobody is asked to confirm the address. */
  readonly emailVerified: boolean;
  readonly timeZone: string;
  readonly locale: Locale;
}

export interface Registration {
  /**
   * Makes an account with its profile and all that others attach to it. It hashes the password inside the
   * transaction, which is fine for the command line and too slow for a request.
   *
   * @returns the id of the person
   * @throws {ApplicationError} `email_taken`
   */
  createUser(tx: Tx, user: NewUser): Promise<string>;

  /**
   * Makes the account, its first session and the mail that verifies the address, all or nothing.
   * @throws {ApplicationError} `email_taken`, `address_disposable`
   */
  register(input: SignUp): Promise<OpenSession>;
}

type Dependencies = Pick<
  AccountsDependencies,
  'database' | 'clock' | 'logger' | 'profiles' | 'doubts' | 'events'
> & {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly recovery: Pick<Recovery, 'requestVerification'>;
};

export function createRegistration(dependencies: Dependencies): Registration {
  const { database, clock, logger, profiles, doubts, events, passwords, sessions, recovery } = dependencies;

  const insert = async (tx: Tx, user: Omit<NewUser, 'password'>, passwordHash: string): Promise<string> => {
    const { email, name, role, companyName, emailVerified, timeZone, locale } = user;
    const now = clock.now();
    const id = uuidv7();
    const inserted = await insertUser(tx, {
      id,
      email,
      name,
      role,
      email_verified: emailVerified,
      created_at: now,
      updated_at: now,
    });
    if (!inserted) throw new ApplicationError('email_taken');
    await insertCredential(tx, id, passwordHash, now);
    await profiles.create(tx, id, { timeZone, locale });
    await events.accountCreated(tx, { id, email, name, role, companyName });
    if (!emailVerified) await recovery.requestVerification(tx, id);
    logger.info({ event: 'account_created', user_id: id, role }, 'account created');
    return id;
  };

  return {
    async createUser(tx, user) {
      return insert(tx, user, await passwords.hash(user.password));
    },

    async register(input) {
      if (doubts.isRefused(input.email)) throw new ApplicationError('address_disposable');
      // Before the transaction, so that no connection waits for it; and in any case, so that a taken address takes
      // as long to refuse as a free one takes to accept.
      const passwordHash = await passwords.hash(input.password);
      const user = {
        email: input.email,
        name: input.name,
        role: input.role,
        companyName: input.company_name,
        emailVerified: false,
        timeZone: input.time_zone,
        locale: input.locale,
      };
      return database.transaction(async (tx) => sessions.open(tx, await insert(tx, user, passwordHash)));
    },
  };
}
