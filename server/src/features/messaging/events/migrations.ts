import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0005_realtime',
    statements: [
      `create table idempotency_keys (
        user_id uuid not null references users on delete cascade,
        key text not null,
        request_hash bytea not null,
        answer jsonb not null,
        created_at timestamptz not null,
        primary key (user_id, key)
      )`,
      // Forgets keys after their time.
      'create index idempotency_keys_age on idempotency_keys (created_at)',
    ],
  },
];
