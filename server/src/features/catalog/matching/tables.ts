import type { MatchReason } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';
import type { AlertKind, LeftOutReason, WindowEnd } from './found.ts';

interface MatchTable {
  user_id: Fixed<string>;
  cluster_id: Fixed<string>;
  job_id: Fixed<string>;
  score: number;
  reasons: Json<MatchReason[]>;
  created_at: Date;
  /** The window that it is told with; null: it is told nobody, as what a changed profile finds. */
  window_id: string | null;
  /** By which kind it is told when it is told by itself. */
  alert: AlertKind | null;
  /** Why its window does not tell it; null: it does. */
  left_out: LeftOutReason | null;
}

interface MatchWindowTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  status: 'open' | WindowEnd;
  opened_at: Fixed<Date>;
  /** It ends by then, whatever still comes. */
  closes_at: Fixed<Date>;
  /** The runs of sources whose jobs it has collected; it ends when all of them have. */
  runs: string[];
  /** A match that was worth it was told by itself at once: of which run, or the window itself where there was none. */
  alerted_for: string | null;
  closed_at: Date | null;
  /** How many matches it has told. */
  told: number;
  notification_id: string | null;
  /** Why it has told nothing. */
  reason: LeftOutReason | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    matches: MatchTable;
    match_windows: MatchWindowTable;
  }
}
