import type { Fixed, Generated } from '../../../platform/db/index.ts';

interface ApiKeyTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  name: string;
  prefix: string;
  /** SHA-256 of the key; the key has 256 random bits, so a slow hash adds nothing. */
  hash: Uint8Array;
  /** Of the contract's; a name that is none any more allows nothing. */
  scopes: Generated<string[]>;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    api_keys: ApiKeyTable;
  }
}
