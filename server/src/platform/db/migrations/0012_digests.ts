import { statements } from './statements.ts';

export const digests = statements(
  // A person's digests that are over, page by page.
  "create index digests_past on digests (user_id, closes_at desc, id desc) where status <> 'open'",
);
