import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0003_messaging',
    statements: [
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
    ],
  },
  {
    name: '0006_routing',
    statements: [
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
    ],
  },
  {
    name: '0014_cascades',
    statements: [
      // As with the notifications: a delivery is only written beside its notification.
      'alter table deliveries drop constraint deliveries_notification_id_fkey',

      `create function delete_with_notifications() returns trigger language plpgsql as $$
  begin
    delete from deliveries using gone where deliveries.notification_id = gone.id;
    return null;
  end $$`,
      `create trigger notifications_cascade after delete on notifications referencing old table as gone
    for each statement execute function delete_with_notifications()`,
    ],
  },
  {
    name: '0015_mail_events',
    statements: ['alter table deliveries add column provider text, add column provider_message_id text'],
  },
];
