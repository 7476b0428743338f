import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0003_messaging',
    statements: [
      `create table realtime_tickets (
        hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        session_id uuid references sessions on delete cascade,
        expires_at timestamptz not null
      )`,
      // Sweeps tickets that nobody has used.
      'create index realtime_tickets_expiry on realtime_tickets (expires_at)',
    ],
  },
  {
    name: '0026_session_ends',
    statements: [
      'alter table realtime_tickets add column api_key_id uuid references api_keys on delete cascade',
    ],
  },
];
