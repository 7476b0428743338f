import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What one feature brings to a migration. */
export interface MigrationPart {
  /** Four digits and words: `0020_web_push`. Released ones never change, and several features may bring parts of one. */
  readonly name: string;
  /** Parts of one migration run by step, 0 unless told, and those of one step in the order of the features. */
  readonly step?: number;
  /** Each runs on its own, because a prepared statement holds just one. */
  readonly statements: readonly string[];
}

/** All migrations by name, in the order in which they run. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Makes migrations of what the features bring, the lowest feature first. There is no way down: a release that is taken
 * back runs on the newer schema, so changes are made additive.
 *
 * @param unused numbers that no migration has; any other gap means that a feature is missing
 * @throws {Error} when a name is badly formed, comes twice from one feature, or has a number of another or a gap before it
 */
export function foldMigrations(
  features: readonly (readonly MigrationPart[])[],
  unused: ReadonlySet<number> = new Set(),
): Migrations {
  const parts = new Map<string, MigrationPart[]>();
  for (const feature of features) {
    const names = feature.map(({ name }) => name);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) throw new Error(`one feature brings the migration ${twice} twice`);
    for (const part of feature) {
      if (!/^\d{4}_[a-z0-9_]+$/.test(part.name)) throw new Error(`'${part.name}' is no name of a migration`);
      parts.set(part.name, [...(parts.get(part.name) ?? []), part]);
    }
  }
  const names = [...parts.keys()].sort();
  checkNumbers(names, unused);
  return Object.fromEntries(names.map((name) => [name, asMigration(parts.get(name) ?? [])]));
}

function checkNumbers(names: readonly string[], unused: ReadonlySet<number>): void {
  let next = 1;
  for (const name of names) {
    while (unused.has(next)) next += 1;
    const number = Number(name.slice(0, 4));
    if (number < next)
      throw new Error(`the migration ${name} has the number of another or one that is unused`);
    if (number > next) throw new Error(`no migration has the number ${next}, but there is ${name}`);
    next += 1;
  }
}

function asMigration(parts: readonly MigrationPart[]): Migration {
  const statements = parts
    .toSorted((one, other) => (one.step ?? 0) - (other.step ?? 0))
    .flatMap((part) => part.statements);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const text of statements) await sql.raw(text).execute(db);
    },
  };
}

/** What the platform itself brings. */
export const platformMigrations: readonly MigrationPart[] = [
  {
    name: '0001_identity',
    statements: [
      `create table instance_values (
        name text primary key,
        value text not null
      )`,
    ],
  },
];
