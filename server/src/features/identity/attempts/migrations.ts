import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0027_attempts',
    statements: [
      `create table attempts (
        key bytea primary key,
        failures integer not null,
        next_at timestamptz not null,
        expires_at timestamptz not null
      )`,
      // Sweeps those that say nothing any more, and those that are soonest to, where there are too many.
      'create index attempts_expiry on attempts (expires_at)',
    ],
  },
];
