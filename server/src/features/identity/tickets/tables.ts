import type { Fixed, Generated } from '../../../platform/db/index.ts';

interface RealtimeTicketTable {
  /** SHA-256 of the ticket. */
  hash: Fixed<Uint8Array>;
  user_id: Fixed<string>;
  /** Null when an API key has asked for the ticket. With its session the ticket goes. */
  session_id: Fixed<string | null>;
  /** The key that has asked for it. */
  api_key_id: Generated<string | null>;
  expires_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    realtime_tickets: RealtimeTicketTable;
  }
}
