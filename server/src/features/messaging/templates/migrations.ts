import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0008_templates',
    statements: [
      `create table message_templates (
        id uuid primary key,
        kind text not null,
        channel text not null check (channel in ('inbox', 'email')),
        locale text not null,
        version integer not null check (version >= 1),
        status text not null check (status in ('draft', 'published', 'retired')),
        -- Counts the saves of a draft.
        revision integer not null default 1 check (revision >= 1),
        content jsonb not null,
        note text not null,
        created_by uuid references users on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        published_at timestamptz,
        -- The versions of one text, the newest first.
        unique (kind, channel, locale, version)
      )`,
      // What is in force: one of each text, and all of them when a node reads them.
      "create unique index message_templates_published on message_templates (kind, channel, locale) where status = 'published'",
      // The draft of a text.
      "create unique index message_templates_draft on message_templates (kind, channel, locale) where status = 'draft'",
    ],
  },
  {
    name: '0018_mail_templates',
    statements: [
      // What is sent is what was compiled when it was saved; versions that are plain HTML have none.
      'alter table message_templates add column compiled jsonb',
    ],
  },
];
