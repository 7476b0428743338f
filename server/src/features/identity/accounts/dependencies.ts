import type { Role, SecurityEvent } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Profiles } from '../profiles/index.ts';

export interface CreatedAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** What a recruiter calls the company that is to be theirs. */
  readonly companyName?: string | undefined;
}

/** A link that proves its owner reads the address; the token is nowhere else but in its mail. */
export interface MailedToken {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Something that the owner of an account should know, lest somebody else has done it. */
export interface SecurityChange {
  readonly userId: string;
  readonly event: Extract<SecurityEvent, 'password_changed' | 'api_key_created'>;
  readonly at: Date;
}

/** What others do when something happens to an account. What takes `tx` belongs to the transaction that causes it. */
export interface AccountEvents {
  accountCreated(tx: Tx, account: CreatedAccount): Promise<void>;
  verificationRequested(tx: Tx, request: MailedToken): Promise<void>;
  passwordResetRequested(tx: Tx, request: MailedToken): Promise<void>;
  securityChanged(tx: Tx, change: SecurityChange): Promise<void>;
  /** A link that was mailed to this address has been followed. */
  addressProven(tx: Tx, address: string): Promise<void>;
  /** All sessions of the person have ended. Called after the commit: a hint to close sockets. */
  sessionsEnded(userId: string): void;
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

export interface AccountsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly config: {
    /** The secret of the instance, of at least 32 characters. */
    readonly secret: string;
    /** Issuer of the access tokens. */
    readonly publicUrl: string;
  };
  readonly profiles: Pick<Profiles, 'create'>;
  readonly companies: AccountCompanies;
  readonly doubts: AddressDoubts;
  readonly events: AccountEvents;
}
