import { clientWords } from './clients.ts';
import type { SessionRow } from './sessions.store.ts';

/** A session as it is shown, without where it came from. */
export const describeSession = (session: SessionRow) => ({
  id: session.id,
  ...clientWords(session.user_agent),
  created_at: session.created_at.toISOString(),
  last_used_at: session.refreshed_at.toISOString(),
});
