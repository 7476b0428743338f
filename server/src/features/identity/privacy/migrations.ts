import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0013_trace',
    statements: [
      // Accounts that are being deleted: a work list, and where the last mail goes.
      `create table erasures (
        -- No foreign key: it outlives the account until the last mail is out.
        user_id uuid primary key,
        email text not null,
        name text not null,
        locale text not null,
        requested_at timestamptz not null,
        -- When all was gone but this row.
        erased_at timestamptz,
        due_at timestamptz not null
      )`,
      // Those whose turn it is.
      'create index erasures_due on erasures (due_at)',
    ],
  },
];
