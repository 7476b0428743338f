import { statements } from './statements.ts';

export const reminders = statements(
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

  `create table interviews (
    id uuid primary key,
    application_id uuid not null references applications on delete cascade,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    time_zone text not null,
    place text not null,
    note text not null,
    status text not null check (status in ('scheduled', 'moved', 'cancelled')),
    -- Counts its changes, so that each of them is told once.
    revision integer not null,
    created_by uuid not null,
    created_at timestamptz not null,
    -- When it was given this time.
    scheduled_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_at > starts_at)
  )`,
  // The interviews of an application in their order.
  'create index interviews_of_application on interviews (application_id, starts_at, id)',
  // Interviews that lie ahead, to see that each has its reminders.
  "create index interviews_ahead on interviews (starts_at, id) where status <> 'cancelled'",

  // A work list: who is to be reminded of what next.
  `create table reminders (
    user_id uuid not null references users on delete cascade,
    kind text not null,
    subject text not null,
    step integer not null,
    due_at timestamptz not null,
    primary key (user_id, kind, subject, step)
  )`,
  // What is due.
  'create index reminders_due on reminders (due_at)',
  // All that waits about a job, an application or an interview, to be made anew when that changes.
  'create index reminders_of_subject on reminders (subject, kind)',
  // Applications that nobody has answered, to see that each has its reminder.
  "create index applications_unanswered on applications (created_at, id) where status = 'submitted'",
  // New accounts, to see that those with an unfinished profile have their reminders.
  "create index users_new_seekers on users (created_at, id) where role = 'job_seeker'",
);
