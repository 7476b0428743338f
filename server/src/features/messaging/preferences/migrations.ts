import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0003_messaging',
    statements: [
      `create table preferences (
        user_id uuid not null references users on delete cascade,
        category text not null,
        channel text not null,
        enabled boolean not null,
        updated_at timestamptz not null,
        primary key (user_id, category, channel)
      )`,
    ],
  },
  {
    name: '0006_routing',
    statements: [
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
    ],
  },
];
