import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0005_realtime',
    statements: [
      `create table topic_streams (
        name text primary key,
        head bigint not null default 0
      )`,

      `create table topic_messages (
        topic text not null references topic_streams on delete cascade,
        seq bigint not null,
        -- As it is sent, so that everybody gets the same bytes.
        message text not null,
        dedupe_key text,
        created_at timestamptz not null,
        primary key (topic, seq)
      )`,
      // At most one message for a key.
      `create unique index topic_messages_dedupe on topic_messages (topic, dedupe_key) where dedupe_key is not null`,
      // Deletes what is too old to be resumed from.
      'create index topic_messages_age on topic_messages (created_at)',
    ],
  },
];
