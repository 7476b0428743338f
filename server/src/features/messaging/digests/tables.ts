import type { DeliveryChannel, DigestFrequency } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

/** A window of one person, channel and frequency that collects deliveries. */
interface DigestTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  channel: Fixed<DeliveryChannel>;
  frequency: Fixed<DigestFrequency>;
  opened_at: Date;
  closes_at: Date;
  status: 'open' | 'sent' | 'empty';
  notification_id: string | null;
  finished_at: Date | null;
}

/** Somebody whose inbox a cap has kept something out of, which is told there in one. */
interface InboxOverflowTable {
  user_id: Fixed<string>;
  since: Date;
  tell_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    digests: DigestTable;
    inbox_overflows: InboxOverflowTable;
  }
}
