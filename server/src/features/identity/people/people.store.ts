import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type PersonRow = Pick<
  Selectable<Schema['users']>,
  'id' | 'name' | 'email' | 'email_verified' | 'role' | 'created_at'
>;

const columns = ['id', 'name', 'email', 'email_verified', 'role', 'created_at'] as const;

/**
 * The newest account first, from behind a person. Of the words each begins a word of the name, or all of them as they
 * were typed begin the address.
 */
export async function selectPeople(
  tx: Tx,
  sought: { readonly typed: string; readonly words: readonly string[] },
  after: string | null,
  limit: number,
): Promise<PersonRow[]> {
  const byName = sought.words.map((word) => `${word}:*`).join(' & ');
  return (
    tx
      .selectFrom('users')
      .select(columns)
      .$if(sought.words.length > 0, (query) =>
        query.where(
          sql<boolean>`(email like ${`${escapeLike(sought.typed)}%`}
          or to_tsvector('simple', name) @@ to_tsquery('simple', ${byName}))`,
        ),
      )
      .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
      // Ids begin with the moment at which they were made.
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  );
}

export async function selectPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('users').select(columns).where('id', '=', id).executeTakeFirst();
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
