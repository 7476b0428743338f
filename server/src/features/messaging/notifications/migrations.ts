import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0003_messaging',
    statements: [
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
    ],
  },
  {
    name: '0006_routing',
    statements: [
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
    ],
  },
  {
    name: '0007_inbox',
    statements: [
      // Grows with every change that a person makes in the inbox, so that other devices notice those that leave its counts.
      'alter table inboxes add column revision bigint not null default 0',

      // Deleted by its person. It can be put back until it loses its seq and its payload.
      'alter table notifications add column deleted_at timestamptz',

      // None of these indexes has a row of the inbox as it arrives.
      // What was deleted and has yet to be emptied.
      `create index notifications_deleted on notifications (deleted_at)
        where deleted_at is not null and seq is not null`,
      // The lists of the archive, of what is snoozed and of what is pinned, page by page.
      `create index notifications_archived on notifications (user_id, shown_at desc, seq desc)
        where archived_at is not null`,
      `create index notifications_snoozed_lists on notifications (user_id, shown_at desc, seq desc)
        where snoozed_until is not null`,
      `create index notifications_pinned on notifications (user_id, shown_at desc, seq desc)
        where pinned_at is not null`,
      // The list of what was kept out of the inbox, page by page.
      `create index notifications_withheld on notifications (user_id, created_at desc, id desc)
        where withheld is not null`,
    ],
  },
  {
    name: '0009_broadcasts',
    statements: [
      // What a broadcast has written, to count what came of it.
      `create index notifications_of_broadcast on notifications (dedupe_key) where dedupe_key like 'broadcast:%'`,
    ],
  },
  {
    name: '0013_trace',
    statements: [
      // Everything that a person was told, kept out of the inbox or not: the operator's list and the export, page by page.
      'create index notifications_of_person on notifications (user_id, created_at desc, id desc)',
      // What a person was told about a subject.
      'create index notifications_about on notifications (user_id, subject) where subject is not null',
    ],
  },
  {
    name: '0014_cascades',
    statements: [
      // Notifications and deliveries are the rows that are written most, many in a statement. A foreign key looks its row
      // up and locks it for each of them, a quarter of the work, to find what is certain: a notification is only written
      // by who holds the inbox of its person. What the foreign key does on the way out is done once for a statement.
      'alter table notifications drop constraint notifications_user_id_fkey',

      `create function delete_with_inboxes() returns trigger language plpgsql as $$
  begin
    delete from notifications using gone where notifications.user_id = gone.user_id;
    return null;
  end $$`,
      `create trigger inboxes_cascade after delete on inboxes referencing old table as gone
    for each statement execute function delete_with_inboxes()`,
    ],
  },
  {
    name: '0021_views',
    statements: [
      // Which event a notification was written for, so that what became of all of one event can be counted.
      `create view notification_origins as
        select id, dedupe_key from notifications`,
    ],
  },
  {
    name: '0041_release_times',
    statements: [
      // What came into inboxes, for the caps of a day. It is read through the index of all that a person was told.
      `create view inbox_arrivals as
        select id as notification_id, user_id, kind, created_at from notifications
        where withheld is null and (seq is not null or deleted_at is not null)`,
    ],
  },
  {
    name: '0050_live',
    statements: ['alter table notifications add column live boolean not null default true'],
  },
];
