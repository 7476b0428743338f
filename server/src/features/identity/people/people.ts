import type { Person } from '@rolecall/contract';
import { validate as isUuid } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import { type PersonRow, selectPeople, selectPerson } from './people.store.ts';

/** Finds people for operators. */
export interface PeopleSearch {
  /** @throws {ApplicationError} `invalid_cursor` */
  list(
    tx: Tx,
    query: { readonly q: string; readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: Person[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, userId: string): Promise<Person>;
}

export function createPeopleSearch(): PeopleSearch {
  return {
    async list(tx, { q, limit, cursor }) {
      const typed = q.trim().toLowerCase();
      const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0);
      const after = cursor === undefined ? null : idOf(cursor);
      const rows = await selectPeople(tx, { typed, words }, after, limit + 1);
      return toPage(rows, limit, toPerson, (row) => [row.id]);
    },

    async read(tx, userId) {
      const row = await selectPerson(tx, userId);
      if (row === undefined) throw new ApplicationError('not_found');
      return toPerson(row);
    },
  };
}

function toPerson({ id, created_at, ...row }: PersonRow): Person {
  return { user_id: id, ...row, created_at: created_at.toISOString() };
}

function idOf(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new ApplicationError('invalid_cursor');
  return id;
}
