import { statements } from './statements.ts';

export const realtime = statements(
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

  `create table idempotency_keys (
    user_id uuid not null references users on delete cascade,
    key text not null,
    request_hash bytea not null,
    answer jsonb not null,
    created_at timestamptz not null,
    primary key (user_id, key)
  )`,
  // Forgets keys after their time.
  'create index idempotency_keys_age on idempotency_keys (created_at)',

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
);
