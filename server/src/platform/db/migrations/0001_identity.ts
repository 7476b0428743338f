import { statements } from './statements.ts';

export const identity = statements(
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

  `create table signing_keys (
    id uuid primary key,
    public_key jsonb not null,
    private_key text not null,
    created_at timestamptz not null,
    retires_at timestamptz not null
  )`,

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

  `create table profiles (
    user_id uuid primary key references users on delete cascade,
    headline text not null default '',
    summary text not null default '',
    skills text[] not null default '{}',
    wanted_titles text[] not null default '{}',
    places text[] not null default '{}',
    remote text not null default 'any' check (remote in ('any', 'remote_only', 'on_site_only')),
    pay_floor_amount integer,
    pay_floor_currency text,
    pay_floor_period text,
    employment_types text[] not null default '{}',
    seniority text,
    excluded_companies text[] not null default '{}',
    excluded_words text[] not null default '{}',
    minimum_match_score smallint not null default 50 check (minimum_match_score between 0 and 100),
    time_zone text not null default 'UTC',
    locale text not null default 'en',
    updated_at timestamptz not null default now(),
    check ((pay_floor_amount is null) = (pay_floor_currency is null)
      and (pay_floor_amount is null) = (pay_floor_period is null))
  )`,

  `create table instance_values (
    name text primary key,
    value text not null
  )`,
);
