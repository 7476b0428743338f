import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0002_catalog',
    step: 2,
    statements: [
      `create table matches (
        user_id uuid not null references users on delete cascade,
        cluster_id uuid not null,
        job_id uuid not null references jobs on delete cascade,
        score smallint not null check (score between 0 and 100),
        reasons jsonb not null,
        created_at timestamptz not null,
        primary key (user_id, cluster_id)
      )`,
      // The list of matches of a person, the newest first.
      'create index matches_newest on matches (user_id, created_at desc, job_id desc)',
      // Removes the matches of a job with it.
      'create index matches_of_job on matches (job_id)',
    ],
  },
  {
    name: '0038_match_windows',
    statements: [
      `create table match_windows (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        status text not null check (status in ('open', 'told', 'empty')),
        opened_at timestamptz not null,
        closes_at timestamptz not null,
        runs uuid[] not null,
        alerted_for uuid,
        closed_at timestamptz,
        told integer not null default 0,
        notification_id uuid,
        reason text
      )`,
      // A person has one open window at most: what comes joins it.
      "create unique index match_windows_open on match_windows (user_id) where status = 'open'",
      // Windows whose time has come, and when the next one ends.
      "create index match_windows_due on match_windows (closes_at) where status = 'open'",
      // Windows of a person, for the export and the erasure.
      'create index match_windows_of_person on match_windows (user_id, id)',
      // Whether a run has rung somebody already.
      `create index match_windows_alerted on match_windows (user_id, alerted_for) where alerted_for is not null`,
      // What is over and old.
      'create index match_windows_closed on match_windows (closed_at) where closed_at is not null',

      // What was matched before was told then; it belongs to no window.
      `alter table matches
        add column window_id uuid,
        add column alert text,
        add column left_out text`,
      // What a window has collected.
      'create index matches_of_window on matches (window_id) where window_id is not null',
    ],
  },
];
