import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0003_messaging',
    statements: [
      `create table mailbox_messages (
        id uuid primary key,
        message_id text not null constraint mailbox_messages_once unique,
        sender text not null,
        recipients text[] not null,
        subject text not null,
        html text,
        text text,
        headers jsonb not null,
        received_at timestamptz not null
      )`,
      // The mailbox page by page.
      'create index mailbox_messages_newest on mailbox_messages (received_at desc, id desc)',
    ],
  },
];
