import type { Fixed } from '../../../platform/db/index.ts';

/** Whom somebody at the provider is here. */
interface OidcIdentityTable {
  issuer: Fixed<string>;
  /** What the provider calls the person. */
  subject: Fixed<string>;
  user_id: Fixed<string>;
  created_at: Fixed<Date>;
  last_used_at: Date;
}

/** A sign-in that is under way at the provider. Coming back from there deletes the row. */
interface OidcSignInTable {
  /** SHA-256 of its state. */
  hash: Fixed<Uint8Array>;
  /** SHA-256 of the cookie of the browser that began it. */
  browser_hash: Fixed<Uint8Array>;
  /** Whose session is to be proven anew; null: somebody signs in. */
  session_id: Fixed<string | null>;
  expires_at: Fixed<Date>;
}

/** Sessions that began at the provider. */
interface OidcSessionTable {
  session_id: Fixed<string>;
  issuer: Fixed<string>;
  subject: Fixed<string>;
  /** What the provider calls its own session; null: it names none. */
  provider_session: Fixed<string | null>;
  /** Sealed with a key of the instance; null: it was too long to keep. */
  id_token: Uint8Array | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    oidc_identities: OidcIdentityTable;
    oidc_sign_ins: OidcSignInTable;
    oidc_sessions: OidcSessionTable;
  }
}
