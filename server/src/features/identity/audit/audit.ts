import {
  type AuditAction,
  type AuditActionDefinition,
  type AuditEntry,
  type AuditSubject,
  auditActions,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { findNames } from '../people/index.ts';
import { type AuditActor, networkOf } from './actor.ts';
import { type AuditFilter, type AuditRow, insertEntry, selectEntries } from './audit.store.ts';
import { writeExport } from './export.ts';

type FieldOf<Action extends AuditAction> = (typeof auditActions)[Action]['fields'][number];
type ValuesOf<Action extends AuditAction> = {
  readonly [Field in FieldOf<Action>]?: string | number | boolean | null;
};

/** What is written down of something that is done. The action says what kind of thing the subject is. */
export interface NewAuditEntry<Action extends AuditAction> {
  readonly actor: AuditActor;
  readonly action: Action;
  readonly subjectId: string;
  readonly before?: ValuesOf<Action> | undefined;
  readonly after?: ValuesOf<Action> | undefined;
  /** Why, in the words of whoever did it. It names nobody else. */
  readonly reason?: string | undefined;
}

interface AuditQuery {
  readonly actor_id?: string | undefined;
  readonly subject_type?: AuditSubject | undefined;
  readonly subject_id?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Who changed what. Entries are only ever added; the database refuses anything else, but for a person who is erased, in
 * whose place a pseudonym is put.
 */
export interface Audit {
  /**
   * Writes an entry in the transaction of what it tells, so that neither is there without the other.
   *
   * @throws {TypeError} when a value is given that the action does not declare
   */
  record<Action extends AuditAction>(tx: Tx, entry: NewAuditEntry<Action>): Promise<void>;
  /** @throws {ApplicationError} `invalid_cursor` */
  list(
    tx: Tx,
    query: AuditQuery & { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: AuditEntry[]; next_cursor: string | null }>;
  /** What the filters leave, in pieces. What is written meanwhile is not in it. */
  export(tx: Tx, query: AuditQuery & { readonly format: 'csv' | 'ndjson' }): AsyncIterable<string>;
}

/** Longest value and longest reason that is kept. */
const mostCharacters = { value: 200, reason: 1_000 } as const;
const exportPage = 500;

const cursors = createCursors({ at: momentField, id: idField });
const positionOf = ({ at, id }: AuditRow) => ({ at, id });

export function createAudit({ clock }: { readonly clock: Clock }): Audit {
  return {
    async record(tx, { actor, action, subjectId, before, after, reason }) {
      const { subject, fields }: AuditActionDefinition = auditActions[action];
      const isByPerson = actor.type === 'person' || actor.type === 'api_key';
      await insertEntry(tx, {
        id: uuidv7(),
        at: clock.now(),
        actor_type: actor.type,
        actor_id: isByPerson ? actor.userId : null,
        actor_network: isByPerson && actor.address !== null ? networkOf(actor.address) : null,
        action,
        subject_type: subject,
        subject_id: subjectId,
        before: asJson(before, fields),
        after: asJson(after, fields),
        reason: reason === undefined || reason === '' ? null : cut(reason, mostCharacters.reason),
      });
    },

    async list(tx, { limit, cursor, ...query }) {
      const filter = filterOf(query);
      const list = JSON.stringify(filter);
      const rows = await selectEntries(tx, filter, cursors.read(cursor, list), limit + 1);
      const names = await namesOf(tx, rows);
      return cursors.page(rows, limit, (row) => toEntry(row, names), positionOf, list);
    },

    export(tx, { format, ...query }) {
      const filter = { ...filterOf(query), to: query.to === undefined ? clock.now() : new Date(query.to) };
      return writeExport(format, entriesOf(tx, filter));
    },
  };
}

async function* entriesOf(tx: Tx, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const rows: AuditRow[] = await selectEntries(tx, filter, after, exportPage);
    const names = await namesOf(tx, rows);
    yield rows.map((row) => toEntry(row, names));
    const last = rows.at(-1);
    if (last === undefined || rows.length < exportPage) return;
    after = positionOf(last);
  }
}

function filterOf({ actor_id, subject_type, subject_id, action, from, to }: AuditQuery): AuditFilter {
  return {
    actorId: actor_id,
    subjectType: subject_type,
    subjectId: subject_id,
    action,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}

/** A misspelt field would be a secret's way into the log, so it is a defect. */
function asJson(values: object | undefined, fields: readonly string[]): string | null {
  if (values === undefined) return null;
  const kept = Object.entries(values).map(([field, value]: [string, unknown]) => {
    if (!fields.includes(field)) throw new TypeError(`The audit log does not take the field ${field}`);
    return [field, typeof value === 'string' ? cut(value, mostCharacters.value) : value];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

const cut = (text: string, length: number) => text.slice(0, length).replaceAll('\0', '').toWellFormed();

/** The names of those who act, and of the people whom entries are about. */
function namesOf(tx: Tx, rows: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ actor_id, subject_type, subject_id }) => [
    ...(actor_id === null ? [] : [actor_id]),
    ...(subject_type === 'person' ? [subject_id] : []),
  ]);
  return findNames(tx, [...new Set(ids)]);
}

function toEntry(row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry {
  const { id, at, actor_type, actor_id, actor_network, action, subject_type, subject_id } = row;
  return {
    id,
    at: at.toISOString(),
    actor: {
      type: actor_type,
      user_id: actor_id,
      name: actor_id === null ? null : (names.get(actor_id) ?? null),
      network: actor_network,
    },
    action,
    subject: { type: subject_type, id: subject_id, name: names.get(subject_id) ?? null },
    before: row.before,
    after: row.after,
    reason: row.reason,
  };
}
