import type { PersonState, Role } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

/** A person as others know them. */
export type PersonRow = Selectable<Schema['people']>;

const columns = ['id', 'name', 'email', 'email_verified', 'role', 'created_at', 'disabled_at'] as const;

/** What is asked for; undefined: whatever it is. */
export interface PeopleFilter {
  /** As it was typed, and its words; none: everybody. */
  readonly typed: string;
  readonly words: readonly string[];
  readonly role: Role | undefined;
  readonly state: PersonState | undefined;
}

/**
 * The newest account first, from behind a person. Of the words each begins a word of the name, or all of them as they
 * were typed begin the address.
 */
export async function selectPeople(
  tx: Tx,
  sought: PeopleFilter,
  after: string | null,
  limit: number,
): Promise<PersonRow[]> {
  const byName = sought.words.map((word) => `${word}:*`).join(' & ');
  return (
    tx
      .selectFrom('people')
      .select(columns)
      .$if(sought.words.length > 0, (query) =>
        query.where(
          sql<boolean>`(email like ${`${escapeLike(sought.typed)}%`}
          or to_tsvector('simple', name) @@ to_tsquery('simple', ${byName}))`,
        ),
      )
      .$if(sought.role !== undefined, (query) => query.where('role', '=', sought.role ?? 'job_seeker'))
      .$if(sought.state === 'enabled', (query) => query.where('disabled_at', 'is', null))
      .$if(sought.state === 'disabled', (query) => query.where('disabled_at', 'is not', null))
      .$if(sought.state === 'unconfirmed', (query) => query.where('email_verified', '=', false))
      .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
      // Ids begin with the moment at which they were made.
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  );
}

export async function selectPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('people').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The role of whoever has this address. */
export async function selectRole(tx: Tx, email: string): Promise<Pick<PersonRow, 'id' | 'role'> | undefined> {
  return tx.selectFrom('people').select(['id', 'role']).where('email', '=', email).executeTakeFirst();
}

/** Those of these addresses that somebody has an account with. */
export async function findKnownAddresses(tx: Tx, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ email: string }>`
    select email from people where email = any(${addresses}::text[])`.execute(tx);
  return new Set(rows.map(({ email }) => email));
}

/** Whether anybody has an address of another domain than these. */
export async function hasPeopleBeyond(tx: Tx, domains: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from people where split_part(email, '@', 2) <> all(${domains}::text[])) as found
  `.execute(tx);
  return rows[0]?.found === true;
}

/** The names of these people, by their ids. */
export async function findNames(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${userIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** These people by their ids; those who have no account are left out. */
export async function findPeople(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people')
    .select(columns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Job seekers whose account was made since a moment, in the order of their ids. */
export async function listNewSeekers(
  tx: Tx,
  since: Date,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'job_seeker')
    .where('created_at', '>', since)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The operators, by the order of their ids. */
export async function findOperators(tx: Tx, limit: number): Promise<Pick<PersonRow, 'id' | 'email'>[]> {
  return tx
    .selectFrom('people')
    .select(['id', 'email'])
    .where('role', '=', 'operator')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Whether somebody who looks for jobs has a confirmed address at this domain. */
export async function hasSeekerAt(tx: Tx, domain: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from people where split_part(email, '@', 2) = ${domain} and role = 'job_seeker' and email_verified
    ) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

/** How many people have each role. */
export async function countPeople(tx: Tx): Promise<ReadonlyMap<Role, number>> {
  const rows = await tx
    .selectFrom('people')
    .select(['role', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('role')
    .execute();
  return new Map(rows.map(({ role, count }) => [role, count]));
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
