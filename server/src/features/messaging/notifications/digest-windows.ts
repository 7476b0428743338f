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
}
