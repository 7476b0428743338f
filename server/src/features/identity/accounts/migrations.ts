import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0001_identity',
    statements: [
      `create table users (
        id uuid primary key,
        name text not null,
        email text not null constraint users_email_unique unique check (email = lower(email)),
        email_verified boolean not null default false,
        role text not null check (role in ('job_seeker', 'recruiter', 'operator')),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`,

      `create table credentials (
        user_id uuid primary key references users on delete cascade,
        password_hash text not null,
        updated_at timestamptz not null
      )`,

      `create table one_time_tokens (
        hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        purpose text not null check (purpose in ('email_verification', 'password_reset')),
        created_at timestamptz not null,
        expires_at timestamptz not null
      )`,
      // Counts the tokens of a person that are out, and withdraws them.
      'create index one_time_tokens_user on one_time_tokens (user_id, purpose)',
      // Sweeps tokens that have run out.
      'create index one_time_tokens_expiry on one_time_tokens (expires_at)',
    ],
  },
  {
    name: '0010_reminders',
    statements: [
      // New accounts, to see that those with an unfinished profile have their reminders.
      "create index users_new_seekers on users (created_at, id) where role = 'job_seeker'",
    ],
  },
  {
    name: '0013_trace',
    statements: [
      // The operator's list of people, by the beginning of the address and by words of the name.
      'create index users_addresses on users (email text_pattern_ops)',
      "create index users_names on users using gin (to_tsvector('simple', name))",
    ],
  },
  {
    name: '0021_views',
    statements: [
      // People as other features may read them.
      `create view people as
        select id, name, email, email_verified, role, created_at from users`,
    ],
  },
  {
    name: '0034_disabled_accounts',
    statements: [
      `alter table users
        add column disabled_at timestamptz,
        add column disabled_reason text,
        add constraint users_disabled check ((disabled_at is null) = (disabled_reason is null))`,
      `create or replace view people as
        select id, name, email, email_verified, role, created_at, disabled_at from users`,
      // The operators who can still act, of whom the last one stays.
      "create index users_operators on users (id) where role = 'operator'",
    ],
  },
  {
    name: '0035_email_changes',
    statements: [
      `create table email_changes (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        old_email text not null,
        new_email text not null,
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_at timestamptz,
        ended_at timestamptz,
        undo_until timestamptz not null
      )`,
      // Counts the changes of a person, and ends them from one on.
      'create index email_changes_user on email_changes (user_id, requested_at)',
      // One waits at a time.
      `create unique index email_changes_pending on email_changes (user_id)
        where confirmed_at is null and ended_at is null`,
      // Keeps an address free that can still be taken back.
      `create index email_changes_left on email_changes (old_email)
        where confirmed_at is not null and ended_at is null`,
      // Sweeps those that cannot be undone any more.
      'create index email_changes_over on email_changes (undo_until)',
    ],
  },
  {
    name: '0043_company_doubts',
    statements: [
      // Tells whether people who look for jobs have mailboxes of a domain.
      `create index users_seeker_domains on users (split_part(email, '@', 2))
        where role = 'job_seeker' and email_verified`,
    ],
  },
];
