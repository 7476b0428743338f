import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0010_reminders',
    statements: [
      `create table interviews (
        id uuid primary key,
        application_id uuid not null references applications on delete cascade,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        time_zone text not null,
        place text not null,
        note text not null,
        status text not null check (status in ('scheduled', 'moved', 'cancelled')),
        -- Counts its changes, so that each of them is told once.
        revision integer not null,
        created_by uuid not null,
        created_at timestamptz not null,
        -- When it was given this time.
        scheduled_at timestamptz not null,
        updated_at timestamptz not null,
        check (ends_at > starts_at)
      )`,
      // The interviews of an application in their order.
      'create index interviews_of_application on interviews (application_id, starts_at, id)',
      // Interviews that lie ahead, to see that each has its reminders.
      "create index interviews_ahead on interviews (starts_at, id) where status <> 'cancelled'",
    ],
  },
  {
    name: '0013_trace',
    statements: [
      // A recruiter who has arranged an interview may leave; what was arranged stays.
      'alter table interviews alter column created_by drop not null',
      // What a recruiter has arranged, for the export and the erasure.
      'create index interviews_by_recruiter on interviews (created_by, id)',
    ],
  },
];
