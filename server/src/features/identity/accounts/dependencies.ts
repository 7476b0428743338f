import type { Kind, KindPayload, Locale, Role } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Profiles } from '../profiles/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { Passwords } from './passwords.ts';

export interface CreatedAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Whether the person has made it; others are made by an operator, the command line or the demo. */
  readonly signedUp: boolean;
  /** What a recruiter calls the company that is to be theirs. */
  readonly companyName?: string | undefined;
}

/** The address of an account is another one now. */
export interface ChangedAddress {
  readonly userId: string;
  readonly from: string;
  readonly to: string;
}

/** Which mail of a change of address. `confirm` goes to the new address, the others to the old one. */
export type EmailChangeMail = 'confirm' | 'requested' | 'confirmed';

/** Has a mail sent, in the transaction that makes it necessary. */
export type RequestChangeMail = (
  tx: Tx,
  mail: { readonly change_id: string; readonly mail: EmailChangeMail },
) => Promise<unknown>;

/** A mail about a change; messaging says it in the language of its person. */
export interface WrittenChangeMail {
  readonly mail: EmailChangeMail;
  readonly address: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly newAddress: string;
  readonly token: string;
  /** How long the link of the mail works. */
  readonly until: Date;
}

/** Sends to an address that need not be the one of an account. `later`: the mail server could not take it now. */
export type ChangeMailer = (mail: WrittenChangeMail) => Promise<'sent' | 'later' | 'never'>;

/** What was good until now does not hold any more. */
export interface AccessEnd {
  readonly userId: string;
  /**
   * `first_proof`: whoever made the account may be somebody else than who reads its address. `change_undone`: whoever has
   * changed its address is somebody else, and may have set up ways in. `closed`: it is being deleted. `disabled`, `role_changed`, `signed_out`: an
   * operator did it, and the ways in are those of before. `second_factor_removed`: an operator did it, and the password is all
   * that is left.
   */
  readonly because:
    | 'first_proof'
    | 'password_reset'
    | 'change_undone'
    | 'password_changed'
    | 'closed'
    | 'disabled'
    | 'role_changed'
    | 'signed_out'
    | 'second_factor_removed';
}

type AccountKind = Extract<
  Kind,
  'welcome' | 'email_verification' | 'password_reset' | 'security_alert' | 'account_notice'
>;

/** What the owner of an account is told about it. */
export type AccountNotification = {
  [K in AccountKind]: {
    readonly kind: K;
    readonly userId: string;
    readonly payload: KindPayload<K>;
    readonly dedupeKey?: string;
  };
}[AccountKind];

/** Tells people of their accounts; messaging provides it. */
export interface AccountNotifier {
  notify(tx: Tx, notification: AccountNotification): Promise<unknown>;
}

/** Knows the companies of recruiters. */
export interface AccountCompanies {
  companyOf(tx: Tx, userId: string): Promise<{ readonly id: string; readonly name: string } | null>;
}

/** Knows what speaks against an address. */
export interface AddressDoubts {
  /** Whether following a link that is mailed there would settle a doubt about the address. */
  isInDoubt(tx: Tx, address: string): Promise<boolean>;
  /** Whether nobody may sign up with it, since it is made to be thrown away. */
  isRefused(address: string): boolean;
}

/** The background work of accounts, in the transaction that causes it. */
export interface AccountTasks {
  /** Somebody says to have forgotten the password of the account with this address. */
  mailPasswordReset(tx: Tx, email: string): Promise<unknown>;
}

export interface AccountsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly config: {
    /** The secret of the instance, of at least 32 characters. */
    readonly secret: InstanceSecret;
    /** Where the site is found, which no password may be made of. */
    readonly publicUrl: string;
    /** The addresses of people as whom everybody may sign in. */
    readonly sharedAddresses: ReadonlySet<string>;
  };
  readonly profiles: Pick<Profiles, 'create'>;
  readonly companies: AccountCompanies;
  readonly doubts: AddressDoubts;
  readonly notifier: AccountNotifier;
  readonly audit: Pick<Audit, 'record'>;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly attempts: Attempts;
  readonly requestChangeMail: RequestChangeMail;
  readonly workers: WorkerPool;
  /** Hashed at the recommended cost unless told. */
  readonly passwords?: Passwords;
}
