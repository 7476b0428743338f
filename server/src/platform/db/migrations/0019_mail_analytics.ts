import { statements } from './statements.ts';

const counters = [
  'sent',
  'refused',
  'delivered',
  'deferred',
  'bounced_hard',
  'bounced_soft',
  'bounced_blocked',
  'bounced_content',
  'complained',
  'human_opens',
  'machine_opens',
  'human_clicks',
  'machine_clicks',
  'unsubscribed',
  ...Array.from({ length: 12 }, (_, bucket) => `delivery_time_${bucket}`),
]
  .map((name) => `${name} integer not null default 0`)
  .join(', ');

/**
 * What has become of mails, in numbers. They are kept twice, by what a mail was and by where it went, because both at
 * once would be nearly a row for each mail. `mail_pulse` has the little that the alarm asks for, finer and by when we
 * learnt of it. Each begins with its time, by which it is read and pruned.
 */
export const mailAnalytics = statements(
  `create table mail_counts (
    hour timestamptz not null,
    kind text not null,
    locale text not null,
    template_version integer not null,
    provider text not null,
    ${counters},
    primary key (hour, kind, locale, template_version, provider)
  )`,
  `create table mail_domain_counts (
    hour timestamptz not null,
    domain text not null,
    provider text not null,
    ${counters},
    primary key (hour, domain, provider)
  )`,
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
  // One row, which is the lock of everybody who judges, pauses or resumes.
  `create table mail_bulk (
    only_one boolean primary key default true check (only_one),
    paused_at timestamptz,
    judged_from timestamptz
  )`,
  'insert into mail_bulk default values',
);
