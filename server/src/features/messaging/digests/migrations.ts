import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0006_routing',
    statements: [
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
    ],
  },
  {
    name: '0012_digests',
    statements: [
      // A person's digests that are over, page by page.
      "create index digests_past on digests (user_id, closes_at desc, id desc) where status <> 'open'",
    ],
  },
  {
    name: '0041_release_times',
    statements: [
      // Who is told in the inbox, and when, how much a cap has kept out of it since a moment.
      `create table inbox_overflows (
        user_id uuid primary key references users on delete cascade,
        since timestamptz not null,
        tell_at timestamptz not null
      )`,
      // Those whose time has come.
      'create index inbox_overflows_due on inbox_overflows (tell_at)',
    ],
  },
];
