import { statements } from './statements.ts';

export const routing = statements(
  // What was there before has been seen as far as it has been read.
  'alter table inboxes add column unseen integer not null default 0 check (unseen >= 0)',
  'update inboxes set unseen = unread',

  `alter table notifications
    -- Place in the lists: when it came, or came back from a snooze.
    add column shown_at timestamptz,
    add column seen_at timestamptz,
    add column archived_at timestamptz,
    add column snoozed_until timestamptz,
    add column pinned_at timestamptz,
    -- Why it is not in the inbox although its kind would be; null: it is, or its kind never is.
    add column withheld text`,
  'update notifications set shown_at = created_at, seen_at = read_at',
  'alter table notifications alter column shown_at set not null',
  'drop index notifications_unread',
  // The lists of the inbox, page by page.
  'create index notifications_lists on notifications (user_id, shown_at desc, seq desc) where seq is not null',
  // Snoozes that are over.
  'create index notifications_snoozed on notifications (snoozed_until) where snoozed_until is not null',

  'alter table deliveries drop constraint deliveries_status_check',
  `alter table deliveries
    add constraint deliveries_status_check
      check (status in ('pending', 'sending', 'sent', 'folded', 'skipped', 'failed')),
    -- What was decided when it was written, whatever has been decided since.
    add column planned_reason text,
    add column planned_due_at timestamptz,
    add column digest_id uuid,
    -- The day, in the person's zone, against whose caps it counts.
    add column budget_day date`,
  'update deliveries set planned_reason = reason, planned_due_at = due_at',
  `alter table deliveries alter column planned_reason set not null, alter column planned_due_at set not null`,
  // What a digest has collected.
  'create index deliveries_of_digest on deliveries (digest_id) where digest_id is not null',
  // What has been sent to a person in a day.
  'create index deliveries_of_day on deliveries (user_id, budget_day) where budget_day is not null',
  // What still waits for a person, to be decided about again.
  "create index deliveries_waiting on deliveries (user_id) where status = 'pending'",

  // Everything that happened to a delivery after it was written.
  `create table delivery_log (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references deliveries on delete cascade,
    at timestamptz not null,
    event text not null check (event in ('decision', 'attempt', 'receipt')),
    reason text not null,
    due_at timestamptz,
    detail text
  )`,
  // The story of one delivery.
  'create index delivery_log_of_delivery on delivery_log (delivery_id, id)',

  `create table digests (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    channel text not null,
    frequency text not null check (frequency in ('hourly', 'daily', 'weekly')),
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    status text not null check (status in ('open', 'sent', 'empty')),
    notification_id uuid,
    finished_at timestamptz
  )`,
  // A person collects for one window of a channel and frequency at a time.
  "create unique index digests_open on digests (user_id, channel, frequency) where status = 'open'",
  // The last digest of a frequency.
  'create index digests_of_person on digests (user_id, channel, frequency, closes_at desc)',
  // Digests whose time has come.
  "create index digests_due on digests (closes_at) where status = 'open'",

  `create table notification_settings (
    user_id uuid primary key references users on delete cascade,
    settings jsonb not null,
    updated_at timestamptz not null
  )`,
  `insert into notification_settings (user_id, settings, updated_at)
    select user_id,
      jsonb_build_object('categories', jsonb_object_agg(category, jsonb_build_object('channels', channels))),
      max(updated_at)
    from (
      select user_id, category, jsonb_object_agg(channel, enabled) as channels, max(updated_at) as updated_at
      from preferences group by user_id, category
    ) as switches
    group by user_id`,
  'drop table preferences',

  `create table mutes (
    user_id uuid not null references users on delete cascade,
    subject text not null,
    label text not null,
    until timestamptz,
    created_at timestamptz not null,
    primary key (user_id, subject)
  )`,
);
