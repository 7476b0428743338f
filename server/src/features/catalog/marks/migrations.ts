import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0010_reminders',
    statements: [
      `create table job_marks (
        user_id uuid not null references users on delete cascade,
        job_id uuid not null references jobs on delete cascade,
        mark text not null check (mark in ('saved', 'hidden')),
        created_at timestamptz not null,
        primary key (user_id, job_id)
      )`,
      // Saved or hidden jobs of a person, page by page, and whether there are any.
      'create index job_marks_of_user on job_marks (user_id, mark, created_at desc, job_id desc)',
      // Who has saved a job whose deadline is near or has moved.
      "create index job_marks_of_job on job_marks (job_id, user_id) where mark = 'saved'",
    ],
  },
  {
    name: '0021_views',
    statements: [
      // What people have saved and hidden, for lists of jobs.
      `create view marks_of_jobs as
        select user_id, job_id, mark from job_marks`,
    ],
  },
  {
    name: '0039_vacancies',
    // Behind the view that it reads.
    step: 1,
    statements: [
      // A mark on one posting of a vacancy is one on all of them.
      `create or replace view marks_of_jobs as
        select job_marks.user_id, job_marks.job_id, job_marks.mark, vacancies.cluster_id
        from job_marks join vacancies_of_jobs as vacancies on vacancies.job_id = job_marks.job_id`,
    ],
  },
];
