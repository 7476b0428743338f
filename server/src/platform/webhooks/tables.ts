import type { Fixed } from '../db/index.ts';

/** Signatures of webhooks that cover no body, each of which is good for one call. */
interface WebhookTokenTable {
  provider: Fixed<string>;
  token: Fixed<string>;
  seen_at: Fixed<Date>;
}

declare module '../db/schema.ts' {
  interface Schema {
    webhook_tokens: WebhookTokenTable;
  }
}
