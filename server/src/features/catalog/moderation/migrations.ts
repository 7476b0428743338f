import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0033_moderation',
    statements: [
      `create table job_cases (
        job_id uuid primary key references jobs on delete cascade,
        state text not null check (state in ('open', 'hidden', 'dismissed')),
        flags jsonb not null default '[]',
        open_reports integer not null default 0,
        opened_at timestamptz(3) not null,
        last_at timestamptz(3) not null,
        decided_at timestamptz,
        note text not null default ''
      )`,
      // The list of a state, page by page, in each of its two orders.
      'create index job_cases_reported on job_cases (state, open_reports desc, last_at desc, job_id)',
      'create index job_cases_newest on job_cases (state, last_at desc, job_id)',

      `create table job_reports (
        id uuid primary key,
        job_id uuid not null references job_cases on delete cascade,
        reporter_id uuid references users on delete set null,
        visitor bytea,
        reason text not null,
        text text not null,
        created_at timestamptz not null,
        outcome text check (outcome in ('hidden', 'dismissed'))
      )`,
      // Reports of a job, the newest first.
      'create index job_reports_of_job on job_reports (job_id, created_at desc, id)',
      // One report of a person or network for each job that waits.
      `create unique index job_reports_open on job_reports (job_id, reporter_id)
        where outcome is null and reporter_id is not null`,
      'create unique index job_reports_open_visitor on job_reports (job_id, visitor) where visitor is not null',
      // How many a person or network has made, and the person's own for the export.
      'create index job_reports_of_person on job_reports (reporter_id, created_at) where reporter_id is not null',
      'create index job_reports_of_visitor on job_reports (visitor, created_at) where visitor is not null',
    ],
  },
  {
    name: '0044_case_texts',
    statements: [
      'alter table job_cases add column changed_at timestamptz',
      `create table job_case_texts (
        number bigint generated always as identity primary key,
        job_id uuid not null references job_cases on delete cascade,
        kept_at timestamptz not null,
        title text not null,
        details text not null,
        description_html text not null,
        flags jsonb not null
      )`,
      // The texts of a case, the first one first.
      'create index job_case_texts_of_job on job_case_texts (job_id, number)',
    ],
  },
  {
    name: '0046_staleness',
    statements: [
      'alter table job_reports drop constraint job_reports_outcome_check',
      `alter table job_reports add constraint job_reports_outcome_check
        check (outcome in ('hidden', 'dismissed', 'gone', 'still_open'))`,
    ],
  },
];
