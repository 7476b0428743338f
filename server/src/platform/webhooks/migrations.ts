import type { MigrationPart } from '../db/index.ts';

export const migrations: readonly MigrationPart[] = [
  {
    name: '0017_suppressions',
    statements: [
      // Signatures of webhooks that cover no body, each of which is good for one call.
      `create table webhook_tokens (
        provider text not null,
        token text not null,
        seen_at timestamptz not null,
        primary key (provider, token)
      )`,
      'create index webhook_tokens_oldest on webhook_tokens (seen_at)',
    ],
  },
];
