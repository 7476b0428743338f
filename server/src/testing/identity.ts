import type { KindPayload, Role } from '@rolecall/contract';
import { type Logger, pino } from 'pino';
import {
  type AccountNotifier,
  type Accounts,
  type CreatedAccount,
  createAccounts,
} from '../features/identity/accounts/index.ts';
import { createPasswords, type Passwords } from '../features/identity/accounts/passwords.ts';
import { type ApiKeys, createApiKeys } from '../features/identity/api-keys/index.ts';
import { type Attempts, createAttempts } from '../features/identity/attempts/index.ts';
import { createAudit } from '../features/identity/audit/index.ts';
import { createProfiles, type Profiles } from '../features/identity/profiles/index.ts';
import { createSessions, type Sessions } from '../features/identity/sessions/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import type { Database } from '../platform/db/index.ts';
import { createMetrics } from '../platform/observability/index.ts';
import type { InstanceSecret } from '../platform/secret/index.ts';
import { FakeClock } from './clock.ts';
import { counted } from './costs.ts';
import { testWorkers } from './workers/index.ts';

/** A link as it was mailed. */
export interface MailedLink {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly expiresAt: Date;
}

function toMail(userId: string, payload: KindPayload<'email_verification'>): MailedLink {
  const { name, email, token, expires_at } = payload;
  return { userId, name, email, token, expiresAt: new Date(expires_at) };
}

/** Identity as the composition root builds it, and all that it told the others. */
export interface TestIdentity {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly attempts: Attempts;
  readonly profiles: Profiles;
  readonly clock: FakeClock;
  readonly created: CreatedAccount[];
  readonly verificationMails: MailedLink[];
  readonly resetMails: MailedLink[];
  /** What their owners were warned of, each as `<event> <person>`. */
  readonly securityChanges: string[];
  /** How many keys they were told to have ended, each as `<number> <person>`. */
  readonly keysEnded: string[];
  /** What operators have done to their accounts, each as `<change> <person>`. */
  readonly notices: string[];
  /** What is to be mailed about changes of addresses. */
  readonly changeMails: { readonly changeId: string; readonly mail: string }[];
  /** Addresses that mails have come back from; following a mailed link takes them out. */
  readonly doubted: Set<string>;
  /** People whose profile has changed. */
  readonly profilesChanged: string[];
  /** Makes an account with a verified address, of which no two are the same; gives its id. */
  createUser(role?: Role): Promise<string>;
}

export interface TestIdentityOptions {
  readonly clock?: FakeClock;
  readonly secret?: InstanceSecret;
  readonly publicUrl?: string;
  /** Of people as whom everybody may sign in. */
  readonly sharedAddresses?: readonly string[];
  readonly logger?: Logger;
  /** How often a network may try. */
  readonly limits?: { readonly failuresPerHour?: number; readonly signUpsPerHour?: number };
  /** Runs as the last of what others do for a new account, inside its transaction. */
  readonly afterCreation?: () => Promise<void>;
}

export const testPassword = 'correct horse battery';

export function createTestIdentity(database: Database, options: TestIdentityOptions = {}): TestIdentity {
  const clock = options.clock ?? new FakeClock();
  const created: CreatedAccount[] = [];
  const verificationMails: MailedLink[] = [];
  const resetMails: MailedLink[] = [];
  const securityChanges: string[] = [];
  const keysEnded: string[] = [];
  const notices: string[] = [];
  const changeMails: TestIdentity['changeMails'] = [];
  const profilesChanged: string[] = [];
  const doubted = new Set<string>();
  const profiles = createProfiles({ clock });
  profiles.changed.on(async (_tx, userId) => {
    profilesChanged.push(userId);
  });
  const foundation = {
    database,
    clock,
    logger: options.logger ?? pino({ level: 'silent' }),
    config: {
      secret: options.secret ?? 'a secret of at least thirty-two characters',
      publicUrl: options.publicUrl ?? 'http://localhost:3000',
      maximumDays: 90,
      sharedAddresses: new Set(options.sharedAddresses),
    },
  };
  const notifier: AccountNotifier = {
    async notify(_tx, notification) {
      const { kind, userId, payload } = notification;
      if (kind === 'email_verification') verificationMails.push(toMail(userId, payload));
      if (kind === 'password_reset') resetMails.push(toMail(userId, payload));
      if (kind === 'account_notice') notices.push(`${payload.change} ${userId}`);
      if (kind !== 'security_alert') return;
      securityChanges.push(`${payload.event} ${userId}`);
      if (payload.api_keys_ended !== undefined) keysEnded.push(`${payload.api_keys_ended} ${userId}`);
    },
  };
  const sessions = createSessions({
    ...foundation,
    bus: createInProcessBus({ logger: foundation.logger }),
    notifier,
  });
  const apiKeys = createApiKeys({ ...foundation, notifier, revocations: sessions.revocations });
  const attempts = createAttempts({
    ...foundation,
    metrics: createMetrics(),
    config: {
      secret: foundation.config.secret,
      failuresPerHour: 60,
      signUpsPerHour: 10_000,
      ...options.limits,
    },
    sessions,
  });
  const accounts = createAccounts({
    ...foundation,
    sessions,
    apiKeys,
    attempts,
    profiles,
    passwords: cheapPasswords(),
    companies: { companyOf: async (_tx, userId) => ({ id: userId, name: 'Example GmbH' }) },
    doubts: {
      isInDoubt: async (_tx, address) => doubted.has(address),
      isRefused: (address) => address.endsWith('@thrown-away.example'),
    },
    notifier,
    audit: createAudit(foundation),
    workers: testWorkers(),
    requestChangeMail: async (_tx, { change_id, mail }) => {
      changeMails.push({ changeId: change_id, mail });
    },
  });
  accounts.created.on(async (_tx, account) => {
    created.push(account);
    await options.afterCreation?.();
  });
  accounts.addressProven.on(async (_tx, address) => {
    doubted.delete(address);
  });
  return {
    accounts,
    sessions,
    apiKeys,
    attempts,
    profiles,
    clock,
    created,
    verificationMails,
    resetMails,
    securityChanges,
    keysEnded,
    notices,
    changeMails,
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

/** The least that argon2 takes: tests make thousands of hashes, and nobody guesses at their passwords. */
function cheapPasswords(): Passwords {
  const passwords = createPasswords({ memory: 8, passes: 1 });
  return {
    hash: (password) => counted('hashing', () => passwords.hash(password)),
    verify: (password, hash) => counted('hashing', () => passwords.verify(password, hash)),
  };
}

/** An address that no other test has. */
export function uniqueEmail(): string {
  return `person-${crypto.randomUUID()}@example.org`;
}
