import type { Fixed } from '../../../platform/db/index.ts';

/** A link that the command line has printed. Using it deletes the row. */
interface SignInLinkTable {
  /** SHA-256 of its token. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  expires_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    sign_in_links: SignInLinkTable;
  }
}
