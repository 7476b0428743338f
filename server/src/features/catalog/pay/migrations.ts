import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0045_pay',
    statements: [
      `create table reference_rates (
        currency text primary key check (currency ~ '^[A-Z]{3}$'),
        per_euro double precision not null check (per_euro > 0),
        day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
      )`,
    ],
  },
];
