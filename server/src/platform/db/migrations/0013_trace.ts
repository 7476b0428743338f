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
);
