import type { MigrationPart } from '../../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0020_web_push',
    statements: [
      `create table web_push_keys (
        id uuid primary key,
        public_key text not null,
        private_key text not null,
        created_at timestamptz not null
      )`,

      `create table web_push_devices (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        -- Whoever signs out there, on whichever way, gets no more pushes there.
        session_id uuid not null references sessions on delete cascade,
        key_id uuid not null references web_push_keys on delete cascade,
        -- A browser, whoever is signed in there.
        endpoint text not null constraint web_push_devices_endpoint unique,
        p256dh text not null,
        auth text not null,
        name text not null,
        created_at timestamptz not null,
        confirmed_at timestamptz not null,
        used_at timestamptz,
        refused_at timestamptz,
        tested_at timestamptz
      )`,
      // All of a person, as they are listed and written to.
      'create index web_push_devices_user on web_push_devices (user_id, created_at desc)',
      // Those of a session that ends.
      'create index web_push_devices_session on web_push_devices (session_id)',
      // Those of a key that is deleted.
      'create index web_push_devices_key on web_push_devices (key_id)',

      `create table web_push_shown (
        device_id uuid not null references web_push_devices on delete cascade,
        -- No foreign key: what is gone of the inbox is closed on the device too.
        notification_id uuid not null,
        shown_at timestamptz not null,
        primary key (device_id, notification_id)
      )`,
      // Those that nobody looks at any more.
      'create index web_push_shown_oldest on web_push_shown (shown_at)',
    ],
  },
];
