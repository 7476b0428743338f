import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0001_identity',
    step: 1,
    statements: [
      `create table api_keys (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        name text not null,
        prefix text not null,
        hash bytea not null constraint api_keys_hash_unique unique,
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`,
      // Lists the keys of a person.
      'create index api_keys_user on api_keys (user_id, created_at desc)',
    ],
  },
  {
    name: '0026_session_ends',
    statements: [
      // Keys of before keep what they could do, but for what no key may any more.
      `alter table api_keys add column scopes text[] not null default '{
        profile:read,profile:write,jobs:read,jobs:write,applications:read,applications:write,notifications:read,
        notifications:write,events:send,operations:read,operations:write}'`,
    ],
  },
];
