import type { Channel, DeliveryStatus } from '@rolecall/contract';
import type { Fixed, Generated } from '../../../platform/db/index.ts';

interface DeliveryTable {
  id: Fixed<string>;
  notification_id: Fixed<string>;
  user_id: Fixed<string>;
  channel: Fixed<Channel>;
  status: DeliveryStatus;
  /** Stable code of the last decision. */
  reason: string;
  /** 0 urgent to 3 low: what is due goes out in this order. */
  rank: number;
  due_at: Date;
  attempts: number;
  /** While it is being sent; after this moment another worker may take it over. */
  lease_until: Date | null;
  last_error: string | null;
  created_at: Date;
  finished_at: Date | null;
  /** What was decided when it was written, whatever has been decided since. */
  planned_reason: Fixed<string>;
  planned_due_at: Fixed<Date>;
  /** The digest that has collected it. */
  digest_id: string | null;
  /** The day in the person's zone, `YYYY-MM-DD`, against whose caps it counts. */
  budget_day: string | null;
  /** Who has taken it, by its configured name. */
  provider: string | null;
  provider_message_id: string | null;
}

/** What happened to a delivery after it was written, in order. */
interface DeliveryLogTable {
  id: Generated<number>;
  delivery_id: Fixed<string>;
  at: Fixed<Date>;
  event: Fixed<'decision' | 'attempt' | 'receipt'>;
  reason: Fixed<string>;
  due_at: Fixed<Date | null>;
  detail: Fixed<string | null>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    deliveries: DeliveryTable;
    delivery_log: DeliveryLogTable;
  }
}
