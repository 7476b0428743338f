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

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    digests: DigestTable;
  }
}
