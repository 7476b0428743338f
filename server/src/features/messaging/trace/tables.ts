import type { Fixed, Generated } from '../../../platform/db/index.ts';

/** An operator has looked at what somebody got. */
interface OperatorLookTable {
  id: Generated<number>;
  at: Fixed<Date>;
  /** Null once the operator's own account is gone. */
  operator_id: string | null;
  user_id: Fixed<string>;
  /** Null: the list. */
  notification_id: Fixed<string | null>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    operator_looks: OperatorLookTable;
  }
}
