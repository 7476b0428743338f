import type { Fixed, Json } from '../../../platform/db/index.ts';

/** What a call with an `Idempotency-Key` was answered. */
interface IdempotencyKeyTable {
  user_id: Fixed<string>;
  key: Fixed<string>;
  request_hash: Fixed<Uint8Array>;
  answer: Json<Record<string, unknown>>;
  created_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    idempotency_keys: IdempotencyKeyTable;
  }
}
