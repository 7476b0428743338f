import type { AuditActorType, AuditSubject, AuditValues } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';

/** What has been changed, by whom. A trigger refuses to change or delete a row. */
interface AuditLogTable {
  id: Fixed<string>;
  at: Fixed<Date>;
  actor_type: Fixed<AuditActorType>;
  /** A person, or the pseudonym of one who was erased; null: the system or the command line. */
  actor_id: Fixed<string | null>;
  /** The network of the caller, never the whole address. */
  actor_network: Fixed<string | null>;
  action: Fixed<string>;
  subject_type: Fixed<AuditSubject>;
  subject_id: Fixed<string>;
  before: Json<AuditValues> | null;
  after: Json<AuditValues> | null;
  reason: Fixed<string | null>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    audit_log: AuditLogTable;
  }
}
