import type { DeliveryChannel, DigestFrequency, DigestSettings } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** Something that is to wait in a digest of its person. */
export interface DigestRequest {
  readonly userId: string;
  readonly channel: DeliveryChannel;
  readonly frequency: DigestFrequency;
  readonly settings: DigestSettings;
  readonly timeZone: string;
}

/** Somebody whose inbox something was kept out of by a cap. */
export type OverflowRequest = Pick<DigestRequest, 'userId' | 'settings' | 'timeZone'>;

export interface DigestWindow {
  readonly id: string;
  readonly closesAt: Date;
}

/** Where things wait for a digest; digests provide it. */
export interface DigestWindows {
  /**
   * The window of each request, in their order, with two statements at most; those that are missing are opened. The
   * inboxes have to be locked.
   */
  openFor(tx: Tx, requests: readonly DigestRequest[], now: Date): Promise<readonly DigestWindow[]>;
  /**
   * Lets each of these people be told in the inbox, at the next time for digests, how much was kept out of it from now on.
   * Who waits for that already goes on waiting. The inboxes have to be locked.
   */
  openOverflows(tx: Tx, requests: readonly OverflowRequest[], now: Date): Promise<void>;
}
