import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0009_broadcasts',
    statements: [
      `create table broadcasts (
        id uuid primary key,
        kind text not null,
        content jsonb not null,
        starts_at timestamptz,
        ends_at timestamptz,
        audience jsonb not null,
        version integer not null default 1,
        status text not null
          check (status in ('draft', 'scheduled', 'running', 'paused', 'finished', 'stopped', 'failed')),
        scheduled_at timestamptz,
        time_zone text,
        started_at timestamptz,
        ended_at timestamptz,
        -- When it last began to run, and how many had had their turn by then: its pace is measured from there.
        running_since timestamptz,
        processed_before integer not null default 0,
        -- The last person whose turn has come.
        position uuid,
        audience_count integer,
        processed integer not null default 0,
        written integer not null default 0,
        -- Attempts that failed since the last batch that was written.
        failures smallint not null default 0,
        failure text,
        created_by uuid references users on delete set null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`,
      // Those that have something to do: started by the clock, or taken over from a dead process.
      "create index broadcasts_at_work on broadcasts (status) where status in ('scheduled', 'running')",

      `create table broadcast_events (
        id bigint generated always as identity primary key,
        -- No foreign key: that a draft was thrown away is still known.
        broadcast_id uuid not null,
        at timestamptz not null,
        event text not null,
        actor_id uuid references users on delete set null,
        detail text
      )`,
      // The history of a broadcast.
      'create index broadcast_events_of_broadcast on broadcast_events (broadcast_id, id desc)',
    ],
  },
];
