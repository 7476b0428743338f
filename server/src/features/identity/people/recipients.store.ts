import type { Locale, Role } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A person who gets messages, with what decides when and how. */
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
  /** Nobody may act as this person, and hardly anything is delivered. */
  readonly is_disabled: boolean;
}

/** Those of these people who have an account, in no order. */
export async function findRecipients(tx: Tx, userIds: readonly string[]): Promise<Recipient[]> {
  return tx
    .selectFrom('people')
    .innerJoin('profile_facts', 'profile_facts.user_id', 'people.id')
    .select([
      'people.id as user_id',
      'people.email',
      'people.email_verified',
      'people.name',
      'people.role',
      'profile_facts.time_zone',
      'profile_facts.locale',
      'profile_facts.minimum_match_score',
    ])
    .select(sql<boolean>`people.disabled_at is not null`.as('is_disabled'))
    .where(sql<boolean>`people.id = any(${userIds}::uuid[])`)
    .execute();
}
