import { statements } from './statements.ts';

export const messaging = statements(
  `create table inboxes (
    user_id uuid primary key references users on delete cascade,
    head bigint not null default 0,
    unread integer not null default 0 check (unread >= 0),
    updated_at timestamptz not null
  )`,

  `create table notifications (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    seq bigint,
    kind text not null,
    category text not null,
    payload jsonb not null,
    subject text,
    dedupe_key text,
    created_at timestamptz not null,
    read_at timestamptz,
    expires_at timestamptz
  )`,
  // The stream: the inbox page by page, and what a socket has missed. It also holds that a seq is given once.
  'create unique index notifications_stream on notifications (user_id, seq) where seq is not null',
  // The inbox, unread only.
  'create index notifications_unread on notifications (user_id, seq desc) where seq is not null and read_at is null',
  // At most one notification for a key.
  `create unique index notifications_dedupe on notifications (user_id, dedupe_key) where dedupe_key is not null`,

  `create table deliveries (
    id uuid primary key,
    notification_id uuid not null references notifications on delete cascade,
    -- No foreign key: it goes with its notification; a key of its own would need another index to delete a person.
    user_id uuid not null,
    channel text not null,
    status text not null check (status in ('pending', 'sending', 'sent', 'skipped', 'failed')),
    reason text not null,
    rank smallint not null default 1,
    due_at timestamptz not null,
    attempts smallint not null default 0,
    lease_until timestamptz,
    message_id text,
    last_error text,
    created_at timestamptz not null,
    finished_at timestamptz,
    constraint deliveries_once unique (notification_id, channel)
  )`,
  // Work list of the channels: what is due, the most urgent first.
  "create index deliveries_due on deliveries (channel, rank, due_at) where status = 'pending'",
  // Takes over what a dead worker held.
  "create index deliveries_leases on deliveries (lease_until) where status = 'sending'",
  // The operator's list by status.
  'create index deliveries_by_status on deliveries (status, created_at desc, id desc)',

  `create table preferences (
    user_id uuid not null references users on delete cascade,
    category text not null,
    channel text not null,
    enabled boolean not null,
    updated_at timestamptz not null,
    primary key (user_id, category, channel)
  )`,

  `create table realtime_tickets (
    hash bytea primary key,
    user_id uuid not null references users on delete cascade,
    session_id uuid references sessions on delete cascade,
    expires_at timestamptz not null
  )`,
  // Sweeps tickets that nobody has used.
  'create index realtime_tickets_expiry on realtime_tickets (expires_at)',

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
);
