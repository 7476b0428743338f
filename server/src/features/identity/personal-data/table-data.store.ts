import { sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';
import type { DataSubject, PersonalData } from './personal-data.ts';

/** A table whose rows each belong to one person. */
export interface PersonalTable {
  readonly name: string;
  readonly table: keyof Schema;
  /** The column that names the person; `user_id` unless told. */
  readonly owner?: string;
  /** Columns by which the rows of a person are told apart and ordered, with their types. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'integer' | 'bigint' | 'timestamptz'>>;
  /** Columns that are not exported: hashes of secrets, and who else is named. */
  readonly without?: readonly string[];
  /**
   * `row`: the rows go. `name`: the column is set to null, and the rows stay with those whom they concern too. `account`:
   * they go with the account itself.
   */
  readonly erase: 'row' | 'name' | 'account';
}

const pageSize = 500;
const batchSize = 1_000;

/** Exports and erases the rows of a table, by its description. */
export function tableData(description: PersonalTable): PersonalData {
  const { name, table, owner = 'user_id', key, without = [], erase } = description;
  const keyColumns = sql.join(Object.keys(key).map((column) => sql.ref(column)));

  async function readPage(tx: Tx, userId: string, after: readonly string[] | null) {
    const types = Object.values(key);
    const behind =
      after === null
        ? sql`true`
        : sql`(${keyColumns}) > (${sql.join(after.map((value, place) => sql`${value}::${sql.raw(types[place] ?? 'text')}`))})`;
    const { rows } = await sql<{ row: unknown; position: string[] }>`
      select to_jsonb(own) - ${without}::text[] as row,
        array[${sql.join(Object.keys(key).map((column) => sql`${sql.ref(column)}::text`))}] as position
      from ${sql.table(table)} as own
      where ${sql.ref(owner)} = ${userId} and ${behind}
      order by ${keyColumns} limit ${pageSize}`.execute(tx);
    return rows;
  }

  return {
    name,
    columns: [`${table}.${owner}`],

    async *pages(tx, { userId }) {
      let after: readonly string[] | null = null;
      for (;;) {
        const page: { row: unknown; position: string[] }[] = await readPage(tx, userId, after);
        if (page.length > 0) yield page.map(({ row }) => row);
        if (page.length < pageSize) return;
        after = page.at(-1)?.position ?? null;
      }
    },

    async eraseSome(tx: Tx, { userId }: DataSubject) {
      if (erase === 'account') return false;
      const some = sql`
        where (${keyColumns}) in (
          select ${keyColumns} from ${sql.table(table)} where ${sql.ref(owner)} = ${userId} limit ${batchSize}
        ) and ${sql.ref(owner)} = ${userId}`;
      const { numAffectedRows = 0n } =
        erase === 'row'
          ? await sql`delete from ${sql.table(table)} ${some}`.execute(tx)
          : await sql`update ${sql.table(table)} set ${sql.ref(owner)} = null ${some}`.execute(tx);
      return numAffectedRows >= batchSize;
    },
  };
}
