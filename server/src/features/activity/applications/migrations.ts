import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0004_applications',
    // After the résumés that applications refer to.
    step: 1,
    statements: [
      `create table applications (
        id uuid primary key,
        job_id uuid not null references jobs,
        user_id uuid not null references users on delete cascade,
        company_id uuid not null references companies,
        resume_id uuid references resumes on delete set null,
        status text not null,
        note text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint applications_once unique (job_id, user_id)
      )`,
      // Own applications, page by page.
      'create index applications_of_user on applications (user_id, created_at desc, id desc)',
      // Applicants of a job, page by page.
      'create index applications_of_job on applications (job_id, created_at desc, id desc)',
      // Whether a recruiter of a company may read a résumé.
      'create index applications_of_resume on applications (resume_id, company_id) where resume_id is not null',

      `create table application_events (
        id uuid primary key,
        application_id uuid not null references applications on delete cascade,
        from_status text,
        to_status text not null,
        actor text not null check (actor in ('applicant', 'recruiter')),
        actor_id uuid not null,
        note text not null,
        created_at timestamptz not null
      )`,
      // The history of an application in its order.
      'create index application_events_history on application_events (application_id, created_at, id)',
    ],
  },
  {
    name: '0010_reminders',
    statements: [
      // Applications that nobody has answered, to see that each has its reminder.
      "create index applications_unanswered on applications (created_at, id) where status = 'submitted'",
    ],
  },
  {
    name: '0013_trace',
    statements: [
      // A recruiter who has decided about an application may leave; what was decided stays.
      'alter table application_events alter column actor_id drop not null',
      // What a recruiter has decided, for the export and the erasure.
      "create index application_events_by_recruiter on application_events (actor_id, id) where actor = 'recruiter'",
    ],
  },
  {
    name: '0021_views',
    statements: [
      // What has happened to the applications of a company since a moment, for digests.
      'create index applications_of_company on applications (company_id, updated_at)',
    ],
  },
  {
    name: '0041_release_times',
    statements: [
      // What is not in the application and its history is in nothing that its applicant reads.
      `create table pending_rejections (
        application_id uuid primary key references applications on delete cascade,
        decided_by uuid,
        note text not null,
        decided_at timestamptz not null,
        release_at timestamptz not null
      )`,
      // What is due, the oldest first.
      'create index pending_rejections_due on pending_rejections (release_at, application_id)',
      // What a recruiter has decided, for the export and the erasure.
      'create index pending_rejections_by_recruiter on pending_rejections (decided_by, application_id)',
    ],
  },
  {
    name: '0048_applied_vacancies',
    statements: [
      // What people have applied for, whichever posting of it: nobody is told of it as news.
      `create view applied_vacancies as
        select applications.user_id, vacancies.cluster_id
        from applications join vacancies_of_jobs as vacancies on vacancies.job_id = applications.job_id`,
    ],
  },
];
