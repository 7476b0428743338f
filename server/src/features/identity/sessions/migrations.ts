import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0001_identity',
    step: 1,
    statements: [
      `create table sessions (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        token_hash bytea not null constraint sessions_token_hash_unique unique,
        created_at timestamptz not null,
        refreshed_at timestamptz not null,
        expires_at timestamptz not null
      )`,
      // Ends all sessions of a person, or those that were refreshed longest ago.
      'create index sessions_user on sessions (user_id, refreshed_at desc)',
      // Sweeps sessions that have run out.
      'create index sessions_expiry on sessions (expires_at)',

      `create table signing_keys (
        id uuid primary key,
        public_key jsonb not null,
        private_key text not null,
        created_at timestamptz not null,
        retires_at timestamptz not null
      )`,
    ],
  },
  {
    name: '0021_views',
    statements: [
      // When people were active, for audiences.
      `create view account_activity as
        select user_id, refreshed_at from sessions`,
    ],
  },
  {
    name: '0023_sessions',
    statements: [
      `alter table sessions
        add column method text not null default 'password'
          check (method in ('sign_up', 'password', 'totp', 'recovery_code', 'passkey', 'oidc')),
        add column authenticated_at timestamptz not null default now(),
        add column user_agent text not null default '',
        add column address text not null default ''`,
      'update sessions set authenticated_at = created_at',
    ],
  },
  {
    name: '0024_sign_in',
    statements: [
      'alter table sessions drop constraint sessions_method_check',
      `alter table sessions add constraint sessions_method_check check (method in
        ('sign_up', 'password', 'totp', 'recovery_code', 'passkey', 'oidc', 'sign_in_link'))`,
    ],
  },
  {
    name: '0026_session_ends',
    statements: [
      // Two random ids have 244 random bits; sessions that begin later have 256.
      `alter table sessions
        alter column token_hash drop not null,
        add column seed bytea not null
          default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
        add column generation integer not null default 0,
        add column rotated_at timestamptz not null default now(),
        add column ends_at timestamptz not null default now() + interval '90 days'`,

      `create table revocations (
        id uuid primary key,
        xid xid8 not null default pg_current_xact_id(),
        at timestamptz not null
      )`,
      // Reads what was revoked since the last reading.
      'create index revocations_xid on revocations (xid)',
      // Sweeps those that no token outlives.
      'create index revocations_at on revocations (at)',

      `create table known_devices (
        user_id uuid not null references users on delete cascade,
        device_hash bytea not null,
        seen_at timestamptz not null,
        primary key (user_id, device_hash)
      )`,
    ],
  },
];
