import type { Audience, AudienceAnswer, Locale } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** A person of an audience, with what decides which text they get. */
export interface AudienceMember {
  readonly user_id: string;
  readonly locale: Locale;
}

/** Where broadcasts learn who is in an audience; identity provides it. */
export interface Audiences {
  /** How many people it has now. */
  count(tx: Tx, audience: Audience): Promise<number>;
  /**
   * Its people in the order of their ids, page by page.
   * @param page.signedUpBy who signed up later is left out
   * @param page.after the last one of the page before; null: from the beginning
   */
  list(
    tx: Tx,
    audience: Audience,
    page: { readonly signedUpBy: Date; readonly after: string | null; readonly limit: number },
  ): Promise<readonly AudienceMember[]>;
  /** Some of its people. */
  sample(tx: Tx, audience: Audience, limit: number): Promise<AudienceAnswer['sample']>;
}
