import type { Role } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Recipients } from '../../features/messaging/recipients/index.ts';
import type { Database } from '../../platform/db/index.ts';

/** Makes so many people and returns their ids in order. Their addresses are confirmed unless told otherwise. */
export async function createPeople(
  database: Database,
  count: number,
  options: { readonly role?: Role; readonly emailVerified?: boolean } = {},
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  const { role = 'job_seeker', emailVerified = true } = options;
  await sql`
    insert into users (id, name, email, email_verified, role)
    select id, 'Person ' || right(id::text, 6), id || '@example.org', ${emailVerified}, ${role}
    from unnest(${ids}::uuid[]) as given (id)`.execute(database.query);
  return ids;
}

export async function createPerson(
  database: Database,
  options: { readonly role?: Role; readonly emailVerified?: boolean } = {},
): Promise<string> {
  const [id = ''] = await createPeople(database, 1, options);
  return id;
}

/** Reads people from the tables of identity, where the real one belongs to identity. */
export const storedRecipients: Recipients = {
  findRecipients: (tx, userIds) =>
    tx
      .selectFrom('users')
      .leftJoin('profiles', 'profiles.user_id', 'users.id')
      .select((row) => [
        'users.id as user_id',
        'users.email',
        'users.email_verified',
        'users.name',
        'users.role',
        row.fn.coalesce('profiles.time_zone', sql.lit('UTC')).as('time_zone'),
        sql<'en'>`coalesce(profiles.locale, 'en')`.as('locale'),
        row.fn.coalesce('profiles.minimum_match_score', sql.lit(0)).as('minimum_match_score'),
        sql<boolean>`users.disabled_at is not null`.as('is_disabled'),
      ])
      .where(sql<boolean>`users.id = any(${userIds}::uuid[])`)
      .execute(),
};
