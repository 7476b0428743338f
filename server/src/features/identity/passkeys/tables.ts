import type { Fixed } from '../../../platform/db/index.ts';

interface PasskeyTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  name: string;
  /** What the device calls it; no two are the same. */
  credential_id: Fixed<Uint8Array>;
  /** COSE key (RFC 9052). */
  public_key: Fixed<Uint8Array>;
  /** How often the device has used it, where it counts; most passkeys always say 0. */
  counter: number;
  /** Whether a service keeps it, so that it may be on several devices. */
  synced: boolean;
  created_at: Fixed<Date>;
  last_used_at: Date | null;
}

/** What a browser has been asked to sign. Using it deletes the row. */
interface PasskeyChallengeTable {
  /** SHA-256 of the challenge. */
  hash: Fixed<Uint8Array>;
  /** Who adds a passkey; null: somebody proves that they have one. */
  user_id: Fixed<string | null>;
  expires_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    passkeys: PasskeyTable;
    passkey_challenges: PasskeyChallengeTable;
  }
}
