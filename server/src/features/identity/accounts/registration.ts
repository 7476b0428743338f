import type { Locale, Role, SignUp } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { Device, OpenSession, Sessions } from '../sessions/index.ts';
import { insertCredential, insertUser } from './accounts.store.ts';
import type { AccountsDependencies, CreatedAccount } from './dependencies.ts';
import { isReserved } from './email-change.store.ts';
import type { GuessablePasswords } from './guessable-passwords.ts';
import type { AccountMessages } from './messages.ts';
import type { Passwords } from './passwords.ts';
import type { Recovery } from './recovery.ts';

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
   * Makes the account of somebody who has proven the address elsewhere, and who has no password.
   *
   * @returns the id of the person
   * @throws {ApplicationError} `email_taken`
   */
  createProvenUser(tx: Tx, user: Omit<NewUser, 'password' | 'emailVerified'>): Promise<string>;

  /**
   * Makes the account, its first session and the mail that verifies the address, all or nothing.
   * @throws {ApplicationError} `email_taken`, `address_disposable`, `password_guessable`, `too_many_attempts`
   */
  register(input: SignUp, device: Device): Promise<OpenSession>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'profiles' | 'doubts'> & {
  readonly messages: AccountMessages;
  readonly created: TransactionEvent<CreatedAccount>;
  readonly passwords: Passwords;
  readonly guessable: GuessablePasswords;
  readonly sessions: Sessions;
  readonly attempts: Pick<Attempts, 'spend'>;
  readonly recovery: Pick<Recovery, 'requestVerification'>;
};

export function createRegistration(dependencies: Dependencies): Registration {
  const {
    database,
    clock,
    logger,
    profiles,
    doubts,
    messages,
    created,
    passwords,
    guessable,
    sessions,
    attempts,
    recovery,
  } = dependencies;

  const insert = async (
    tx: Tx,
    user: Omit<NewUser, 'password'>,
    passwordHash: string | null,
    signedUp: boolean,
  ): Promise<string> => {
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
    if (!inserted || (await isReserved(tx, email, id, now))) throw new ApplicationError('email_taken');
    if (passwordHash !== null) await insertCredential(tx, id, passwordHash, now);
    await profiles.create(tx, id, { timeZone, locale });
    const account = { id, email, name, role, companyName, signedUp };
    await created.emit(tx, account);
    await messages.welcome(tx, account);
    if (!emailVerified) await recovery.requestVerification(tx, id);
    logger.info({ event: 'account_created', user_id: id, role }, 'account created');
    return id;
  };

  return {
    async createUser(tx, user) {
      return insert(tx, user, await passwords.hash(user.password), false);
    },

    createProvenUser: (tx, user) => insert(tx, { ...user, emailVerified: true }, null, true),

    async register(input, device) {
      if (doubts.isRefused(input.email)) throw new ApplicationError('address_disposable');
      await guessable.refuse(input.password, input);
      // It has to be told that an address is taken; so nobody asks that for many.
      await attempts.spend(database.query, 'sign_up', device);
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
      return database.transaction(async (tx) =>
        sessions.start(tx, { id: await insert(tx, user, passwordHash, true) }, { method: 'sign_up', device }),
      );
    },
  };
}
