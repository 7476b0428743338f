import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0004_applications',
    statements: [
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
    ],
  },
  {
    name: '0049_read_resumes',
    statements: [
      `alter table resumes
        add column is_default boolean not null default false,
        add column is_sealed boolean not null default false,
        add column unread text,
        add column reading bytea`,
      'create unique index default_resume_of_user on resumes (user_id) where is_default',
      // Files of before that are still to be sealed.
      'create index unsealed_resumes on resumes (id) where not is_sealed',
      `create table resume_acceptances (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        resume_id uuid references resumes on delete set null,
        field text not null,
        accepted jsonb not null,
        before jsonb not null,
        after jsonb not null,
        accepted_at timestamptz not null
      )`,
      // Those of a person, the latest first.
      'create index resume_acceptances_of_user on resume_acceptances (user_id, accepted_at desc)',
      // What goes with a résumé that is removed.
      'create index resume_acceptances_of_resume on resume_acceptances (resume_id) where resume_id is not null',
    ],
  },
];
