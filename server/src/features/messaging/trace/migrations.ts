import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0013_trace',
    statements: [
      // Which operator has looked at what somebody got.
      `create table operator_looks (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        -- Null once the operator's own account is gone.
        operator_id uuid references users on delete set null,
        user_id uuid not null references users on delete cascade,
        -- Null: the list. No foreign key: the look outlives what was looked at.
        notification_id uuid
      )`,
      // Looks at a person, for the export.
      'create index operator_looks_of_person on operator_looks (user_id, id)',
      // Looks by an operator whose account is being deleted.
      'create index operator_looks_by_operator on operator_looks (operator_id)',
    ],
  },
];
