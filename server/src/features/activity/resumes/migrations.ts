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
];
