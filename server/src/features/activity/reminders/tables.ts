import type { Kind } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

/** What somebody is to be reminded of. A row goes when it was told or is not true any more. */
interface ReminderTable {
  user_id: Fixed<string>;
  kind: Fixed<Kind>;
  /** What it is about, for example `job:<id>`. */
  subject: Fixed<string>;
  /** Tells several reminders of one thing apart. */
  step: Fixed<number>;
  due_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    reminders: ReminderTable;
  }
}
