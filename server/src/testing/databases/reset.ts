import type { StatementResult } from '../../platform/db/connection.ts';

/** Runs one statement outside of any transaction. */
export type Run = (text: string, parameters: readonly unknown[]) => Promise<StatementResult>;

/** What an untouched database looks like, to bring a used one back to it. */
export interface Pristine {
  /** Changes with every table, column, index, constraint, trigger or function. */
  readonly structure: string;
  /** The rows that migrations have written, as JSON, by table. */
  readonly rows: ReadonlyMap<string, string>;
}

/** Tables of the library that migrates, which a test has no reason to write. */
const untouched = `relname not like 'kysely%'`;

export async function describePristine(run: Run): Promise<Pristine> {
  const rows = new Map<string, string>();
  for (const table of await tablesInUse(run)) {
    rows.set(
      table,
      String((await first(run, `select json_agg(row)::text as value from ${table} row`)) ?? '[]'),
    );
  }
  return { structure: await structureOf(run), rows };
}

/**
 * Empties what was written and brings back what migrations wrote; sequences begin again.
 * @returns false when the structure was changed, so that the database is of no more use
 */
export async function reset(run: Run, pristine: Pristine): Promise<boolean> {
  await run('rollback', []);
  await run('select pg_advisory_unlock_all()', []);
  if ((await structureOf(run)) !== pristine.structure) return false;
  const used = await tablesInUse(run);
  if (used.length > 0) {
    const guard = (state: 'disable' | 'enable') =>
      run(`alter table audit_log ${state} trigger audit_log_is_never_emptied`, []);
    // The audit log is never emptied but here: its trigger would refuse it.
    const isGuarded = used.includes('audit_log');
    if (isGuarded) await guard('disable');
    await run(`truncate ${used.join(', ')} restart identity cascade`, []);
    if (isGuarded) await guard('enable');
  }
  for (const [table, rows] of pristine.rows) {
    await run(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
      [rows],
    );
  }
  return true;
}

/** A table that holds rows, or has held some since it was last emptied, has pages. */
async function tablesInUse(run: Run): Promise<string[]> {
  const { rows } = await run(
    `select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and ${untouched} and pg_relation_size(oid) > 0`,
    [],
  );
  return rows.map(({ name }) => String(name));
}

/** Whatever is made after the installation has an oid from 16384 on. */
async function structureOf(run: Run): Promise<string> {
  const value = await first(
    run,
    `select concat_ws(' ',
      (select md5(string_agg(concat_ws(',', oid, relname, relnatts), ' ' order by oid)) from pg_class where oid >= 16384),
      (select md5(string_agg(oid::text, ' ' order by oid)) from pg_constraint where oid >= 16384),
      (select md5(string_agg(oid::text, ' ' order by oid)) from pg_trigger where oid >= 16384),
      (select md5(string_agg(oid::text, ' ' order by oid)) from pg_proc where oid >= 16384),
      (select count(*) from pg_namespace)) as value`,
  );
  return String(value);
}

async function first(run: Run, text: string): Promise<unknown> {
  return (await run(text, [])).rows[0]?.['value'];
}
