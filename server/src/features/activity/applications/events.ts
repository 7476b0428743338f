import type { Tx } from '../../../platform/db/index.ts';

/** Hears of applications, in the transaction of the change. */
export interface ApplicationEvents {
  /**
   * An application was made, has another status, or its interviews have changed. It is told before the people, since
   * what waits to be told is locked before inboxes.
   */
  applicationChanged(
    tx: Tx,
    application: { readonly id: string; readonly user_id: string; readonly job_id: string },
  ): Promise<void>;
}
