import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import type { Channel, ChannelSender, ContactPoint } from '../channels/index.ts';
import type { RecheckDependencies } from './recheck.ts';

/** What the worker of a channel is made of. */
export interface DeliveryWorkerDependencies<Contact extends ContactPoint, Receipt>
  extends RecheckDependencies<Contact> {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly setAside: SetAside;
  readonly channel: Channel<Contact>;
  readonly sender: ChannelSender<Contact, Receipt>;
  /** A number from 0 to below 1, for the jitter of pauses. */
  readonly random?: () => number;
}

/** What the workers of all channels of a process share. */
export type SharedWorkerDependencies = Omit<
  DeliveryWorkerDependencies<ContactPoint, unknown>,
  'channel' | 'sender'
>;
