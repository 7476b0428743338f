import type { Locale, Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** What messaging needs to know of a person. */
export interface Recipient {
  readonly user_id: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly role: Role;
  readonly time_zone: string;
  readonly locale: Locale;
  /** Alerts come for matches of at least this score, in percent. */
  readonly minimum_match_score: number;
  /** Nobody may act as this person: nothing is delivered but what tells of that. */
  readonly is_disabled: boolean;
}

/** Where messaging learns who could read something in the inbox right now. */
export interface OnlinePeople {
  /** Those of these people who are online, in one query. */
  onlineAmong(tx: Tx, userIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Where messaging learns about people; identity provides it. */
export interface Recipients {
  /** The people of these ids in one query, in any order; who does not exist is left out. */
  findRecipients(tx: Tx, userIds: readonly string[]): Promise<readonly Recipient[]>;
}
