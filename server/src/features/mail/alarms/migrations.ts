import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0019_mail_analytics',
    statements: [
      // Counts for the alarm, in finer slots than those of the analytics, by when they were recorded.
      `create table mail_pulse (
        slot timestamptz not null,
        provider text not null,
        sent integer not null default 0,
        refused integer not null default 0,
        bounced integer not null default 0,
        complained integer not null default 0,
        primary key (slot, provider)
      )`,
      `create table mail_alarms (
        provider text not null,
        measure text not null,
        level text not null,
        events integer not null,
        mails integer not null,
        window_minutes integer not null,
        since timestamptz not null,
        primary key (provider, measure)
      )`,
      // One row, which also serves as the lock for judging, pausing and resuming.
      `create table mail_bulk (
        only_one boolean primary key default true check (only_one),
        paused_at timestamptz,
        judged_from timestamptz
      )`,
      'insert into mail_bulk default values',
    ],
  },
];
