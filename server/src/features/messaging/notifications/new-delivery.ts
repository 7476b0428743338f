import type { DeliveryChannel, DeliveryStatus } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';

/** What becomes of a notification on one channel, as it was decided when it was written. */
export interface NewDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
  readonly channel: DeliveryChannel;
  readonly status: DeliveryStatus;
  readonly reason: ReasonCode;
  readonly rank: number;
  readonly due_at: Date;
  readonly finished_at: Date | null;
  readonly digest_id: string | null;
}

/** Writes deliveries beside their notifications, in one statement; deliveries provide it. */
export type InsertDeliveries = (tx: Tx, deliveries: readonly NewDelivery[], now: Date) => Promise<void>;
