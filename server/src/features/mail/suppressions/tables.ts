import type { SuppressionReason, SuppressionScope } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

/** Why an address gets no mail. */
interface SuppressionTable {
  id: Fixed<string>;
  /** Normalised; null: only its hash is kept. */
  address: string | null;
  address_hash: string | null;
  reason: Fixed<SuppressionReason>;
  scope: SuppressionScope;
  source: string;
  note: string | null;
  status: string | null;
  created_by: string | null;
  created_at: Date;
  expires_at: Date | null;
}

/** The bounces of an address. */
interface AddressStandingTable {
  address: Fixed<string>;
  bounce_points: number;
  last_bounce_at: Date | null;
  pinned_until: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    suppressions: SuppressionTable;
    address_standings: AddressStandingTable;
  }
}
