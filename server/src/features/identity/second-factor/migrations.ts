import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0024_sign_in',
    statements: [
      `create table second_factors (
        user_id uuid primary key references users on delete cascade,
        totp_secret bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint,
        failures integer not null default 0,
        failed_at timestamptz
      )`,

      `create table recovery_codes (
        user_id uuid not null references users on delete cascade,
        hash bytea not null,
        created_at timestamptz not null,
        primary key (user_id, hash)
      )`,

      `create table second_factor_challenges (
        hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        failures integer not null default 0
      )`,
      // Withdraws the challenges of a person, and keeps their number small.
      'create index second_factor_challenges_user on second_factor_challenges (user_id, created_at desc)',
      // Sweeps challenges that nobody has answered.
      'create index second_factor_challenges_expiry on second_factor_challenges (expires_at)',
    ],
  },
  {
    name: '0027_attempts',
    // They are counted with all other attempts now.
    statements: ['alter table second_factors drop column failures, drop column failed_at'],
  },
];
