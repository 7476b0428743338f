import type { Fixed } from '../../../platform/db/index.ts';

interface HardMailTable {
  id: Fixed<string>;
  /** SHA-256 of the mail, so that the same one is kept once. */
  fingerprint: Fixed<string>;
  raw: Fixed<Uint8Array>;
  /** Of the envelope, empty for the null sender; null: unknown. */
  sender: Fixed<string | null>;
  /** Of the envelope; empty: unknown. */
  recipients: Fixed<string[]>;
  /** Why it could not be read. */
  reason: string;
  /** How often it was tried. */
  attempts: number;
  received_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    hard_inbound_mails: HardMailTable;
  }
}
