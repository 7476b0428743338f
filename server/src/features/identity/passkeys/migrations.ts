import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0024_sign_in',
    statements: [
      `create table passkeys (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        name text not null,
        credential_id bytea not null constraint passkeys_credential_id_unique unique,
        public_key bytea not null,
        counter bigint not null,
        synced boolean not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      )`,
      // Lists the passkeys of a person, and tells whether there is one.
      'create index passkeys_user on passkeys (user_id, created_at desc)',

      `create table passkey_challenges (
        hash bytea primary key,
        user_id uuid references users on delete cascade,
        expires_at timestamptz not null
      )`,
      // Deletes those of an account with it.
      'create index passkey_challenges_user on passkey_challenges (user_id) where user_id is not null',
      // Sweeps challenges that nobody has signed.
      'create index passkey_challenges_expiry on passkey_challenges (expires_at)',
    ],
  },
];
