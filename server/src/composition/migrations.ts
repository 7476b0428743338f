import { foldMigrations, type MigrationPart, platformMigrations } from '../platform/db/index.ts';
import { migrations as webhookMigrations } from '../platform/webhooks/migrations.ts';
import { modules } from './modules.ts';

/** What each part of the house brings to the migrations, in the order of the modules. */
export const migrationParts: readonly (readonly MigrationPart[])[] = [
  platformMigrations,
  webhookMigrations,
  ...modules.statements.flatMap(({ migrations = [] }) => [migrations]),
];

/** No release has ever had a migration of this number. */
const unused = new Set([11]);

export const allMigrations = foldMigrations(migrationParts, unused);
