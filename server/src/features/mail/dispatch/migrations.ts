import type { MigrationPart } from '../../../platform/db/index.ts';

/**
 * What the processes that send mails share: how they are doing, what the operator wants of a provider, to whom a mail was
 * given that nobody has confirmed, and how many mails of a new domain have gone out on a day.
 */
export const migrations: readonly MigrationPart[] = [
  {
    name: '0016_mail_sending',
    statements: [
      `create table mail_senders (
        process_id uuid primary key,
        host text not null,
        reported_at timestamptz not null,
        report jsonb not null
      )`,
      `create table mail_provider_controls (
        provider text primary key,
        is_paused boolean not null default false,
        close_requested_at timestamptz,
        changed_at timestamptz not null
      )`,
      `create table mail_unclear_sends (
        message_id text primary key,
        provider text not null,
        at timestamptz not null
      )`,
      'create index mail_unclear_sends_newest on mail_unclear_sends (at)',
      `create table mail_warm_up_days (
        domain text not null,
        date date not null,
        taken integer not null,
        primary key (domain, date)
      )`,
    ],
  },
];
