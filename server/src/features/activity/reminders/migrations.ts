import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0010_reminders',
    statements: [
      // A work list: who is to be reminded of what next.
      `create table reminders (
        user_id uuid not null references users on delete cascade,
        kind text not null,
        subject text not null,
        step integer not null,
        due_at timestamptz not null,
        primary key (user_id, kind, subject, step)
      )`,
      // What is due.
      'create index reminders_due on reminders (due_at)',
      // All that waits about a job, an application or an interview, to be made anew when that changes.
      'create index reminders_of_subject on reminders (subject, kind)',
    ],
  },
];
