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
];
