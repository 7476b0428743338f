import {
  type AccountCompanies,
  type Accounts,
  type CreatedAccount,
  createAccounts,
} from '../features/identity/accounts/index.ts';
import { createProfiles, type Profiles } from '../features/identity/profiles/index.ts';
import { isDisposable } from '../features/mail/addresses/index.ts';
import { canBeLiftedByProof, type Suppressions } from '../features/mail/suppressions/index.ts';
import type { Notifications } from '../features/messaging/notifications/index.ts';
import type { Tx } from '../platform/db/index.ts';
import type { Platform } from './platform.ts';

export interface People {
  readonly accounts: Accounts;
  readonly profiles: Profiles;
}

/** What happens elsewhere when something happens to an account. */
export interface PeopleEvents {
  createCompany(tx: Tx, userId: string, name: string): Promise<unknown>;
  readonly companies: AccountCompanies;
  readonly notifications: () => Notifications;
  profileChanged(tx: Tx, userId: string): Promise<void>;
  /** Called for a new person. */
  remindOfProfile(tx: Tx, userId: string): Promise<void>;
  sessionsEnded(userId: string): void;
  readonly suppressions: Pick<Suppressions, 'addressProven' | 'findBlocks'>;
}

/** Identity, with the company of a recruiter and the mails of an account tied to what happens to it. */
export function createPeople(platform: Platform, events: PeopleEvents): People {
  const { database, clock, logger, secret, config } = platform;
  const profiles = createProfiles({ clock, events: { profileChanged: events.profileChanged } });

  const welcome = async (tx: Tx, account: CreatedAccount) => {
    if (account.companyName !== undefined) await events.createCompany(tx, account.id, account.companyName);
    await events.remindOfProfile(tx, account.id);
    await events.notifications().notify(tx, {
      kind: 'welcome',
      userId: account.id,
      payload: { name: account.name, role: account.role },
      dedupeKey: 'welcome',
    });
  };

  const accounts = createAccounts({
    database,
    clock,
    logger,
    config: { secret, publicUrl: config.http.publicUrl },
    profiles,
    companies: events.companies,
    doubts: {
      isRefused: (address) => config.feedback.refuseDisposable && isDisposable(address),
      async isInDoubt(tx, address) {
        const blocks = await events.suppressions.findBlocks(tx, [address]);
        return canBeLiftedByProof(blocks.get(address) ?? []);
      },
    },
    events: {
      accountCreated: welcome,
      verificationRequested: async (tx, request) => {
        await events.notifications().notify(tx, { kind: 'email_verification', ...mailOf(request) });
      },
      passwordResetRequested: async (tx, request) => {
        await events.notifications().notify(tx, { kind: 'password_reset', ...mailOf(request) });
      },
      securityChanged: async (tx, { userId, event, at }) => {
        await events.notifications().notify(tx, {
          kind: 'security_alert',
          userId,
          payload: { event, at: at.toISOString(), client: '' },
        });
      },
      addressProven: events.suppressions.addressProven,
      sessionsEnded: events.sessionsEnded,
    },
  });
  return { accounts, profiles };
}

function mailOf(request: { userId: string; name: string; email: string; token: string; expiresAt: Date }) {
  const { userId, name, email, token, expiresAt } = request;
  return { userId, payload: { name, email, token, expires_at: expiresAt.toISOString() } };
}
