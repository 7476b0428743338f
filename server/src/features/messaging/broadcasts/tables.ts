import type {
  Audience,
  BroadcastContent,
  BroadcastEventName,
  BroadcastKind,
  BroadcastStatus,
} from '@rolecall/contract';
import type { Fixed, Generated, Json } from '../../../platform/db/index.ts';

/** A message of an operator to many people, and how far it is. */
interface BroadcastTable {
  id: Fixed<string>;
  kind: BroadcastKind;
  content: Json<BroadcastContent>;
  starts_at: Date | null;
  ends_at: Date | null;
  audience: Json<Audience>;
  version: Generated<number>;
  status: BroadcastStatus;
  scheduled_at: Date | null;
  time_zone: string | null;
  started_at: Date | null;
  ended_at: Date | null;
  running_since: Date | null;
  processed_before: Generated<number>;
  /** The last person whose turn has come. */
  position: string | null;
  audience_count: number | null;
  processed: Generated<number>;
  written: Generated<number>;
  failures: Generated<number>;
  failure: string | null;
  created_by: string | null;
  created_at: Fixed<Date>;
  updated_at: Date;
}

/** Who did what with a broadcast; without an actor it was the instance itself. */
interface BroadcastEventTable {
  id: Generated<number>;
  broadcast_id: Fixed<string>;
  at: Fixed<Date>;
  event: Fixed<BroadcastEventName>;
  actor_id: string | null;
  detail: Fixed<string | null>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    broadcasts: BroadcastTable;
    broadcast_events: BroadcastEventTable;
  }
}
