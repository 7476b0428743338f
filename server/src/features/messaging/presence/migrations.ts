import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0005_realtime',
    statements: [
      // Who is connected is only true while the processes run: these two need not outlive a crash of the database.
      `create unlogged table presence_nodes (
        node_id uuid primary key,
        started_at timestamptz not null,
        seen_at timestamptz not null
      )`,
      `create unlogged table presence_people (
        node_id uuid not null references presence_nodes on delete cascade,
        -- No foreign key: a person who has been deleted must not refuse the batch that others are in.
        user_id uuid not null,
        role text not null,
        connections integer not null check (connections > 0),
        since timestamptz not null,
        primary key (node_id, user_id)
      )`,
      // Whether a person is online.
      'create index presence_people_user on presence_people (user_id)',
    ],
  },
];
