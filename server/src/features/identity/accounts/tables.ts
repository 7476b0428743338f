import type { Role } from '@rolecall/contract';
import type { Fixed, ReadOnly } from '../../../platform/db/index.ts';

/** Instants are `Date` on both databases, int8 is `number`; both are kept below 2^53. */
interface UserTable {
  id: Fixed<string>;
  name: string;
  /** In lower case. */
  email: string;
  email_verified: boolean;
  role: Role;
  /** Since when nobody can act as it, and why; null: it is not disabled. */
  disabled_at: Date | null;
  disabled_reason: string | null;
  created_at: Date;
  updated_at: Date;
}

interface CredentialTable {
  user_id: Fixed<string>;
  /** argon2id, with its parameters and salt (PHC string). */
  password_hash: string;
  updated_at: Date;
}

/** A token of a mailed link. Using it deletes the row. */
interface OneTimeTokenTable {
  /** Keyed hash of the token. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  purpose: Fixed<'email_verification' | 'password_reset'>;
  created_at: Fixed<Date>;
  expires_at: Fixed<Date>;
}

/** A change of the address of an account, while it can be confirmed or undone. */
interface EmailChangeTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  old_email: Fixed<string>;
  new_email: Fixed<string>;
  requested_at: Fixed<Date>;
  /** Until when it can be confirmed. */
  expires_at: Fixed<Date>;
  confirmed_at: Date | null;
  /** When it was given up, replaced or undone. */
  ended_at: Date | null;
  /** Until when whoever reads the old address can stop or undo it. */
  undo_until: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    users: UserTable;
    credentials: CredentialTable;
    one_time_tokens: OneTimeTokenTable;
    email_changes: EmailChangeTable;
  }
  interface PublishedViews {
    people: ReadOnly<Omit<UserTable, 'updated_at' | 'disabled_reason'>>;
  }
}
