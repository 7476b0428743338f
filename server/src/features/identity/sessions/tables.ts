import type { ColumnType, Fixed, Generated, Json, ReadOnly } from '../../../platform/db/index.ts';

/** Instants are `Date` on both databases. */
interface SessionTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  /** Keyed hash of the refresh token, of sessions that began when it never changed; null for all later ones. */
  token_hash: Fixed<Uint8Array | null>;
  /** Random bytes that go into its refresh tokens, how many of them were given, and when the last one was. */
  seed: Generated<Uint8Array>;
  generation: Generated<number>;
  rotated_at: Generated<Date>;
  /** When it ends however often it is refreshed. */
  ends_at: Generated<Date>;
  /** How its person proved who they are, and when they did so last. */
  method: Generated<SignInMethod>;
  authenticated_at: Generated<Date>;
  /** What the browser or program called itself, and from where it came; both empty where nobody knows. */
  user_agent: Generated<string>;
  address: Generated<string>;
  created_at: Fixed<Date>;
  refreshed_at: Date;
  expires_at: Date;
}

/** `password` also stands for sessions whose beginning nobody noted. */
export type SignInMethod =
  | 'sign_up'
  | 'password'
  | 'totp'
  | 'recovery_code'
  | 'passkey'
  | 'oidc'
  | 'sign_in_link';

interface SigningKeyTable {
  id: Fixed<string>;
  public_key: Json<Record<string, unknown>>;
  /** Private JWK, encrypted with the instance's secret (compact JWE). */
  private_key: string;
  created_at: Date;
  /** After this moment it signs nothing any more; it still verifies. */
  retires_at: Date;
}

/** A session or an API key that has ended before what was given for it ran out. */
interface RevocationTable {
  id: Fixed<string>;
  /** The transaction that revoked it (`xid8`); the database fills it in. */
  xid: ColumnType<string, never, never>;
  at: Fixed<Date>;
}

/** A device that a person has signed in from. */
interface KnownDeviceTable {
  user_id: Fixed<string>;
  /** Keyed hash of what tells the device from others. */
  device_hash: Fixed<Uint8Array>;
  seen_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    sessions: SessionTable;
    signing_keys: SigningKeyTable;
    revocations: RevocationTable;
    known_devices: KnownDeviceTable;
  }
  interface PublishedViews {
    account_activity: ReadOnly<Pick<SessionTable, 'user_id' | 'refreshed_at'>>;
  }
}
