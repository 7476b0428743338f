import { statements } from './statements.ts';

export const applications = statements(
  `create table resumes (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    file_name text not null,
    media_type text not null,
    size integer not null,
    content bytea not null,
    created_at timestamptz not null,
    removed_at timestamptz
  )`,
  // Own résumés, the newest first.
  'create index resumes_of_user on resumes (user_id, created_at desc) where removed_at is null',

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
);
