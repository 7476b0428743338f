import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0047_alerts',
    statements: [
      `create table alerts (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        name text not null,
        conditions jsonb not null,
        frequency text not null check (frequency in ('instant', 'hourly', 'daily', 'weekly')),
        time text not null,
        weekday smallint not null check (weekday between 1 and 7),
        paused boolean not null,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        removed_at timestamptz,
        last_told_at timestamptz
      )`,
      // The alerts of a person, and how many there are.
      'create index alerts_of_person on alerts (user_id, created_at desc)',
      // What has changed since the index of a process looked last.
      'create index alerts_changed on alerts (changed_at, id)',
      // What was removed long ago.
      'create index alerts_removed on alerts (removed_at) where removed_at is not null',

      `create table alert_windows (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        slot text not null,
        status text not null check (status in ('open', 'told', 'empty')),
        opened_at timestamptz not null,
        closes_at timestamptz not null,
        runs uuid[] not null,
        closed_at timestamptz,
        told integer not null default 0,
        notification_id uuid
      )`,
      // A person has one open window at most for what is told at the same time.
      "create unique index alert_windows_open on alert_windows (user_id, slot) where status = 'open'",
      // Windows whose time has come.
      "create index alert_windows_due on alert_windows (closes_at) where status = 'open'",
      // Windows of a person, for the export and the erasure.
      'create index alert_windows_of_person on alert_windows (user_id, id)',
      // What is over and old.
      'create index alert_windows_closed on alert_windows (closed_at) where closed_at is not null',

      `create table alert_findings (
        alert_id uuid not null references alerts on delete cascade,
        user_id uuid not null references users on delete cascade,
        cluster_id uuid not null,
        job_id uuid not null references jobs on delete cascade,
        found_at timestamptz not null,
        posted_at timestamptz not null,
        window_id uuid,
        left_out text,
        told_at timestamptz,
        primary key (user_id, cluster_id, alert_id)
      )`,
      // A vacancy is told a person by one alert at most.
      'create unique index alert_findings_told on alert_findings (user_id, cluster_id) where left_out is null',
      // What a window has collected.
      'create index alert_findings_of_window on alert_findings (window_id) where window_id is not null',
      // The last findings of an alert.
      'create index alert_findings_of_alert on alert_findings (alert_id, found_at desc)',
      // Removes the findings of a job with it.
      'create index alert_findings_of_job on alert_findings (job_id)',
      // What is old.
      'create index alert_findings_old on alert_findings (found_at)',
    ],
  },
];
