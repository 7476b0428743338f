import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0002_catalog',
    statements: [
      `create table sources (
        id uuid primary key,
        kind text not null,
        name text not null,
        address text not null,
        schedule text,
        time_zone text not null default 'UTC',
        enabled boolean not null default true,
        consecutive_failures integer not null default 0,
        next_attempt_at timestamptz,
        etag text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz
      )`,
      // One source per board.
      'create unique index sources_address on sources (kind, lower(address)) where deleted_at is null',

      `create table source_runs (
        id uuid primary key,
        source_id uuid not null references sources on delete cascade,
        trigger text not null,
        status text not null check (status in ('running', 'succeeded', 'failed')),
        started_at timestamptz(3) not null,
        finished_at timestamptz,
        lease_until timestamptz not null,
        read_count integer not null default 0,
        new_count integer not null default 0,
        changed_count integer not null default 0,
        unchanged_count integer not null default 0,
        closed_count integer not null default 0,
        skipped_count integer not null default 0,
        skipped jsonb not null default '[]',
        warning text,
        error text
      )`,
      // One run of a source at a time, whoever starts it.
      "create unique index source_runs_running on source_runs (source_id) where status = 'running'",
      // The log of a source, page by page.
      'create index source_runs_log on source_runs (source_id, started_at desc, id desc)',
    ],
  },
  {
    name: '0028_interrupted_runs',
    statements: [
      'alter table sources add column interrupted_runs integer not null default 0',
      `alter table source_runs
        add column begun_at timestamptz,
        add column ended_with_process boolean not null default false`,
    ],
  },
  {
    name: '0042_sources_politeness',
    statements: [
      'alter table sources add column last_modified text',
      `create table source_quotas (
        provider text not null,
        span text not null,
        starts_at timestamptz not null,
        used integer not null,
        primary key (provider, span)
      )`,
    ],
  },
  {
    name: '0046_staleness',
    // Behind the table of jobs.
    step: 2,
    statements: [
      `create table job_link_checks (
        job_id uuid primary key references jobs on delete cascade,
        url text not null,
        due_at timestamptz not null,
        is_asked boolean not null default false,
        finding text,
        status integer,
        final_url text,
        detail text not null default '',
        found_since timestamptz,
        checked_at timestamptz,
        failures integer not null default 0,
        etag text,
        last_modified text
      )`,
      // Links whose turn it is.
      'create index job_link_checks_due on job_link_checks (due_at)',
    ],
  },
];
