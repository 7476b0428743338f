import type { MigrationPart } from '../../../platform/db/index.ts';

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
 * Counters of mails. They are kept twice, by what a mail was and by where it went, because the combination of both would be
 * nearly a row for each mail. Each key begins with the hour, by which rows are read and pruned.
 */
export const migrations: readonly MigrationPart[] = [
  {
    name: '0019_mail_analytics',
    statements: [
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
    ],
  },
];
