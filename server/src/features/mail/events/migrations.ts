import type { MigrationPart } from '../../../platform/db/index.ts';

/**
 * What is known of mails after they were sent. The row of a sent mail says what the mail was, and later rows about it repeat
 * that. There are no addresses here, and no foreign key to the delivery, because events outlive it for a while.
 */
export const migrations: readonly MigrationPart[] = [
  {
    name: '0015_mail_events',
    statements: [
      `create table mail_events (
        id uuid primary key,
        delivery_id uuid,
        user_id uuid,
        type text not null,
        provider text not null,
        provider_event_id text,
        kind text,
        locale text,
        template_version integer,
        domain text not null,
        status text,
        bounce text,
        is_machine boolean not null default false,
        url text,
        detail text,
        sent_at timestamptz,
        at timestamptz not null,
        recorded_at timestamptz not null,
        constraint mail_events_once unique (provider, provider_event_id)
      )`,
      'create index mail_events_of_delivery on mail_events (delivery_id, type)',
      'create index mail_events_of_person on mail_events (user_id) where user_id is not null',
      'create index mail_events_newest on mail_events (recorded_at, id)',
    ],
  },
];
