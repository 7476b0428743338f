import type { MigrationPart } from '../../../platform/db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0029_hard_inbound_mails',
    statements: [
      `create table hard_inbound_mails (
        id uuid primary key,
        fingerprint text not null constraint hard_inbound_mails_fingerprint_unique unique,
        raw bytea not null,
        sender text,
        recipients text[] not null,
        reason text not null,
        attempts integer not null default 1,
        received_at timestamptz not null
      )`,
      // The oldest are tried first, and the oldest beyond the most that are kept are dropped.
      'create index hard_inbound_mails_age on hard_inbound_mails (received_at, id)',
    ],
  },
];
