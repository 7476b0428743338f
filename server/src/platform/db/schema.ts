import type { ColumnType, SelectType } from 'kysely';

/** A column that is written by the application and may not change. */
export type Fixed<Type> = ColumnType<Type, Type, never>;

/** A jsonb column: read as a value, written as JSON text. */
export type Json<Type> = ColumnType<Type, string, string>;

/** Columns of a table as a view shows them: they can be read, never written. */
export type ReadOnly<Table> = {
  [Column in keyof Table]: ColumnType<SelectType<Table[Column]>, never, never>;
};

/** One row per value that belongs to the whole instance, for example the epoch of the streams. */
interface InstanceValueTable {
  name: Fixed<string>;
  value: string;
}

/**
 * The tables, as the migrations leave them. The feature that owns a table adds it here from its `tables.ts` by module
 * augmentation, and is the only one whose stores name it. Instants are `Date` on both databases, int8 is `number`; both
 * are kept below 2^53.
 */
export interface Schema extends PublishedViews {
  instance_values: InstanceValueTable;
}

/** Views that their owner publishes: stores of other features may read them too. Added like tables. */
// biome-ignore lint/suspicious/noEmptyInterface: features fill it by module augmentation
export interface PublishedViews {}
