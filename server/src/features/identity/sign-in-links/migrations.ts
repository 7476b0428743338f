import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0024_sign_in',
    statements: [
      `create table sign_in_links (
        hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        expires_at timestamptz not null
      )`,
      // Replaces the link of a person that is out.
      'create unique index sign_in_links_user on sign_in_links (user_id)',
    ],
  },
];
