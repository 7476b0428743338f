import type { Role } from '@rolecall/contract';
import { type Logger, pino } from 'pino';
import {
  type Accounts,
  type CreatedAccount,
  createAccounts,
  type MailedToken,
} from '../features/identity/accounts/index.ts';
import { createProfiles, type Profiles } from '../features/identity/profiles/index.ts';
import type { Database } from '../platform/db/index.ts';
import { FakeClock } from './clock.ts';

/** Identity as the composition root builds it, and all that it told the others. */
export interface TestIdentity {
  readonly accounts: Accounts;
  readonly profiles: Profiles;
  readonly clock: FakeClock;
  readonly created: CreatedAccount[];
  readonly verificationMails: MailedToken[];
  readonly resetMails: MailedToken[];
  /** What their owners were warned of, each as `<event> <person>`. */
  readonly securityChanges: string[];
  /** People whose sessions have all ended. */
  readonly signedOut: string[];
  /** Addresses that mails have come back from; following a mailed link takes them out. */
  readonly doubted: Set<string>;
  /** People whose profile has changed. */
  readonly profilesChanged: string[];
  /** Makes an account with a verified address, of which no two are the same; gives its id. */
  createUser(role?: Role): Promise<string>;
}

export interface TestIdentityOptions {
  readonly clock?: FakeClock;
  readonly secret?: string;
  readonly publicUrl?: string;
  readonly logger?: Logger;
  /** Runs as the last of what others do for a new account, inside its transaction. */
  readonly afterCreation?: () => Promise<void>;
}

export const testPassword = 'correct horse battery';

export function createTestIdentity(database: Database, options: TestIdentityOptions = {}): TestIdentity {
  const clock = options.clock ?? new FakeClock();
  const created: CreatedAccount[] = [];
  const verificationMails: MailedToken[] = [];
  const resetMails: MailedToken[] = [];
  const securityChanges: string[] = [];
  const signedOut: string[] = [];
  const profilesChanged: string[] = [];
  const doubted = new Set<string>();
  const profiles = createProfiles({
    clock,
    events: {
      profileChanged: async (_tx, userId) => {
        profilesChanged.push(userId);
      },
    },
  });
  const accounts = createAccounts({
    database,
    clock,
    logger: options.logger ?? pino({ level: 'silent' }),
    config: {
      secret: options.secret ?? 'a secret of at least thirty-two characters',
      publicUrl: options.publicUrl ?? 'http://localhost:3000',
    },
    profiles,
    companies: { companyOf: async (_tx, userId) => ({ id: userId, name: 'Example GmbH' }) },
    doubts: {
      isInDoubt: async (_tx, address) => doubted.has(address),
      isRefused: (address) => address.endsWith('@thrown-away.example'),
    },
    events: {
      accountCreated: async (_tx, account) => {
        created.push(account);
        await options.afterCreation?.();
      },
      verificationRequested: async (_tx, mail) => {
        verificationMails.push(mail);
      },
      passwordResetRequested: async (_tx, mail) => {
        resetMails.push(mail);
      },
      addressProven: async (_tx, address) => {
        doubted.delete(address);
      },
      securityChanged: async (_tx, { userId, event }) => {
        securityChanges.push(`${event} ${userId}`);
      },
      sessionsEnded: (userId) => {
        signedOut.push(userId);
      },
    },
  });
  return {
    accounts,
    profiles,
    clock,
    created,
    verificationMails,
    resetMails,
    securityChanges,
    signedOut,
    profilesChanged,
    doubted,
    createUser: (role = 'job_seeker') =>
      database.transaction((tx) =>
        accounts.createUser(tx, {
          email: uniqueEmail(),
          password: testPassword,
          name: 'Kim Doe',
          role,
          companyName: role === 'recruiter' ? 'Example GmbH' : undefined,
          emailVerified: true,
          timeZone: 'UTC',
          locale: 'en',
        }),
      ),
  };
}

/** An address that no other test has. */
export function uniqueEmail(): string {
  return `person-${crypto.randomUUID()}@example.org`;
}
