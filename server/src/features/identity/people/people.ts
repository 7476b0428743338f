import { type Person, type PersonState, type Role, withAsciiDomain } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField } from '../../../platform/pagination/index.ts';
import { type PersonRow, selectPeople, selectPerson, selectRole } from './people.store.ts';

const cursors = createCursors({ id: idField });

/** Finds the person with this address, in lower case, as a viewer without a session. */
export async function findViewer(tx: Tx, email: string): Promise<Viewer | undefined> {
  const row = await selectRole(tx, email);
  return row === undefined ? undefined : { userId: row.id, role: row.role, sessionId: null };
}

/**
 * Refuses what needs an address that its person has shown to read.
 * @throws {ApplicationError} `address_unconfirmed`
 */
export async function assertAddressVerified(tx: Tx, userId: string): Promise<void> {
  const person = await selectPerson(tx, userId);
  if (person === undefined) throw new ApplicationError('unauthenticated');
  if (!person.email_verified) throw new ApplicationError('address_unconfirmed');
}

/** Finds people for operators. */
export interface PeopleSearch {
  /** @throws {ApplicationError} `invalid_cursor` */
  list(
    tx: Tx,
    query: {
      readonly q: string;
      readonly role?: Role | undefined;
      readonly state?: PersonState | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<{ items: Person[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, userId: string): Promise<Person>;
}

export function createPeopleSearch(): PeopleSearch {
  return {
    async list(tx, { q, role, state, limit, cursor }) {
      const typed = withAsciiDomain(q.trim().toLowerCase());
      const words = typed.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0);
      const list = JSON.stringify([typed, role, state]);
      const after = cursors.read(cursor, list)?.id ?? null;
      const rows = await selectPeople(tx, { typed, words, role, state }, after, limit + 1);
      return cursors.page(rows, limit, toPerson, ({ id }) => ({ id }), list);
    },

    async read(tx, userId) {
      const row = await selectPerson(tx, userId);
      if (row === undefined) throw new ApplicationError('not_found');
      return toPerson(row);
    },
  };
}

function toPerson({ id, created_at, disabled_at, ...row }: PersonRow): Person {
  return {
    user_id: id,
    ...row,
    created_at: created_at.toISOString(),
    disabled_at: disabled_at?.toISOString() ?? null,
  };
}
