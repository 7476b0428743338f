import type { MatchReason } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';

interface MatchTable {
  user_id: Fixed<string>;
  cluster_id: Fixed<string>;
  job_id: Fixed<string>;
  score: number;
  reasons: Json<MatchReason[]>;
  created_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    matches: MatchTable;
  }
}
