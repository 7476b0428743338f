import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0024_sign_in',
    statements: [
      `create table oidc_identities (
        issuer text not null,
        subject text not null,
        user_id uuid not null references users on delete cascade,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        primary key (issuer, subject)
      )`,
      // Lists and deletes those of a person.
      'create index oidc_identities_user on oidc_identities (user_id)',

      `create table oidc_sign_ins (
        hash bytea primary key,
        browser_hash bytea not null,
        session_id uuid references sessions on delete cascade,
        expires_at timestamptz not null
      )`,
      // Deletes those of a session with it.
      'create index oidc_sign_ins_session on oidc_sign_ins (session_id) where session_id is not null',
      // Sweeps sign-ins from which nobody has come back.
      'create index oidc_sign_ins_expiry on oidc_sign_ins (expires_at)',

      `create table oidc_sessions (
        session_id uuid primary key references sessions on delete cascade,
        issuer text not null,
        subject text not null,
        provider_session text,
        id_token bytea
      )`,
      // Finds the sessions that the provider ends.
      'create index oidc_sessions_subject on oidc_sessions (issuer, subject)',
    ],
  },
];
