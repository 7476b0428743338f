import { statements } from './statements.ts';

export const trace = statements(
  // Everything that a person was told, kept out of the inbox or not: the operator's list and the export, page by page.
  'create index notifications_of_person on notifications (user_id, created_at desc, id desc)',
  // What a person was told about a subject.
  'create index notifications_about on notifications (user_id, subject) where subject is not null',

  // The operator's list of people, by the beginning of the address and by words of the name.
  'create index users_addresses on users (email text_pattern_ops)',
  "create index users_names on users using gin (to_tsvector('simple', name))",

  // Which operator has looked at what somebody got.
  `create table operator_looks (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    -- Null once the operator's own account is gone.
    operator_id uuid references users on delete set null,
    user_id uuid not null references users on delete cascade,
    -- Null: the list. No foreign key: the look outlives what was looked at.
    notification_id uuid
  )`,
  // Looks at a person, for the export.
  'create index operator_looks_of_person on operator_looks (user_id, id)',
  // Looks by an operator whose account is being deleted.
  'create index operator_looks_by_operator on operator_looks (operator_id)',

  // Accounts that are being deleted: a work list, and where the last mail goes.
  `create table erasures (
    -- No foreign key: it outlives the account until the last mail is out.
    user_id uuid primary key,
    email text not null,
    name text not null,
    locale text not null,
    requested_at timestamptz not null,
    -- When all was gone but this row.
    erased_at timestamptz,
    due_at timestamptz not null
  )`,
  // Those whose turn it is.
  'create index erasures_due on erasures (due_at)',

  // Who decided about an application, or arranged an interview, may leave; what was decided stays.
  'alter table application_events alter column actor_id drop not null',
  'alter table interviews alter column created_by drop not null',
  // What a recruiter has decided and arranged, for the export and the erasure.
  "create index application_events_by_recruiter on application_events (actor_id, id) where actor = 'recruiter'",
  'create index interviews_by_recruiter on interviews (created_by, id)',
  // Jobs that a recruiter has posted, for the export and the erasure; deleting an account asks for them too.
  'create index jobs_posted_by on jobs (posted_by, id) where posted_by is not null',
);
